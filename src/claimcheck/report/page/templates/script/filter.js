"use strict";

/**
 * The filter language: what a text asks for, and which rows have it. Pure functions all.
 *
 * A text is a row of terms: words, "quoted phrases" and key:value pairs; ! turns one round.
 *
 * @typedef {{key: string, value: string, not: boolean}} Term  the key of words is ""
 * @typedef {(row: number) => boolean} Test
 * @typedef {{findings: Test, facts: Test}} Tests
 * @typedef {"findings" | "facts" | "matrices"} Name  of a list
 * @typedef {{findings: string[], facts: string[]}} Texts  what each row says, in lower case
 * @typedef {{names: string[], rows: number[]}} Column  rows are places in names
 */

const TERM = /(!?)([a-z]+:)?(?:"((?:[^"\\]|\\[^])*)"?|([^\s"]*))/gi;
const UNQUOTED = /^(?!!|[a-z]+:)[^\s"]+$/i;

/** What is typed for each key that has few values, and the column that answers it. */
const FIXED = {
  s: ["status", ["new", "updated", "known", "absent", "suppressed"]],
  v: ["verdict", ["contradictory", "superseded", "tension"]],
  g: ["grade", ["major", "moderate", "minor", "negligible"]],
  f: ["state", ["differ", "superseded", "tension", "vary", "agree", "once"]],
};
/** Verdicts by the words that the page has for them. */
const SHOWN = { differ: "contradictory", "in tension": "tension" };
const NAMED = { a: "attribute", subj: "subject" };
const OF_DOCUMENTS = { doc: ["id", "title"], source: ["source"], story: ["story"] };
const KEYS = [...Object.keys(FIXED), ...Object.keys(NAMED), ...Object.keys(OF_DOCUMENTS), "id", "from", "to"];

/** @returns {Term[]} what `text` asks for; every text can be read. */
function parse(text) {
  const terms = [];
  for (const [, not, key = "", quoted, bare] of text.matchAll(TERM)) {
    const value = quoted === undefined ? bare : quoted.replace(/\\([^])/g, "$1");
    if (key || value) terms.push({ key: key.slice(0, -1).toLowerCase(), value, not: not === "!" });
  }
  return terms;
}

/** @returns {string} the text that asks for `terms`. */
function format(terms) {
  const quote = value => `"${value.replace(/[\\"]/g, "\\$&")}"`;
  return terms.map(({ key, value, not }) =>
    (not ? "!" : "") + (key && `${key}:`) + (UNQUOTED.test(value) ? value : quote(value))).join(" ");
}

/** @returns {boolean} whether two terms ask for the same, turned round or not. */
function alike(one, other) {
  return one.key === other.key && fold(one.value) === fold(other.value);
}

/** @returns {string} `text` without what nobody types with care: case, spaces, underscores. */
function fold(text) {
  return text.toLowerCase().replace(/[\s_]+/g, " ").trim();
}

/**
 * Which rows have all that `terms` ask for: of several terms with one key any, of all others every
 * one. Terms that cannot be asked are left out and told as problems.
 *
 * @param {Term[]} terms
 * @param {Texts} texts  needed only where there are words among the terms
 * @returns {{tests: Record<Name, Test>, problems: string[]}}
 */
function matches(terms, index, texts) {
  const problems = [];
  const groups = new Map();
  for (const term of terms) {
    const tests = testsOf(term, index, texts);
    if (tests.told) problems.push(`${format([term])}: ${tests.told}`);
    if (typeof tests === "string") problems.push(`${format([term])} is left out: ${tests}`);
    else if (term.not) groups.set(Symbol(), [turned(tests)]);
    else if (term.key === "") groups.set(Symbol(), [tests]);
    else groups.set(term.key, [...(groups.get(term.key) ?? []), tests]);
  }
  // One article has to lie between both days, not one after the first and another before the last.
  const days = ["from", "to"].map(key => groups.get(key));
  if (days.every(Boolean)) {
    groups.delete("from");
    groups.set("to", [ofDocuments(article => days.every(group => group.some(day => day.article(article))), index)]);
  }
  const all = list => {
    const anyOf = [...groups.values()].map(group => group.map(tests => tests[list]));
    return row => anyOf.every(tests => tests.some(test => test(row)));
  };
  const [findings, facts] = [all("findings"), remembered(all("facts"))];
  // A table of who says what has what one of its facts has.
  const matrices = row => !groups.size || index.matrices.facts[row].some(facts);
  return { tests: { findings, facts: shownFacts(facts, terms, index), matrices }, problems };
}

/** @returns {Test} the same, asked once of each row: matrices ask again of what the facts are asked. */
function remembered(test) {
  const known = [];
  return row => known[row] ??= test(row);
}

/** Facts said once are many and compare with nothing: they are shown where they are asked for. */
function shownFacts(test, terms, { facts }) {
  if (asksForOnce(terms)) return test;
  const once = facts.state.names.indexOf("once");
  return row => facts.state.rows[row] !== once && test(row);
}

/** @returns {boolean} */
function asksForOnce(terms) {
  return terms.some(({ key, value, not }) => key === "f" && fold(value) === "once" && !not);
}

/** What holds for no row. */
const NONE = { findings: () => false, facts: () => false, article: () => false };

/**
 * @returns {Tests & {told?: string} | string} for which rows one term holds, with what is to be told
 *   of it, or why it cannot be asked.
 */
function testsOf({ key, value }, index, texts) {
  const { findings, facts, documents } = index;
  const sought = fold(value);
  if (key === "") {
    const words = value.toLowerCase().split(/\s+/).filter(Boolean).join(" ");
    return { findings: row => texts.findings[row].includes(words), facts: row => texts.facts[row].includes(words) };
  }
  if (!KEYS.includes(key)) return `${key}: is no key (there are ${KEYS.map(each => `${each}:`).join(" ")}); words with a colon are quoted`;
  if (!sought) return `${key}: stands without a value`;
  if (key in FIXED) {
    const [name, values] = FIXED[key];
    const typed = key === "v" ? SHOWN[sought] ?? sought : sought;
    if (!values.includes(typed)) return `${key}: is one of ${values.join(", ")}`;
    if (key === "f") return ofFacts(row => facts.state.names[facts.state.rows[row]] === sought, index);
    const column = findings[name];
    return ofFindings(row => column.names[column.rows[row]] === typed, index);
  }
  if (key in NAMED) {
    const [ofFinding, ofFact] = [findings, facts].map(rows => rows[NAMED[key]]);
    // A whole name that only facts said once have, which are seldom shown, hides no part of another.
    const once = facts.state.names.indexOf("once");
    const compared = new Set([...ofFinding.names, ...ofFact.rows.filter((_, row) => facts.state.rows[row] !== once).map(name => ofFact.names[name])]);
    const others = ofFact.names.filter(name => !compared.has(name));
    const found = new Set([...namesLike(sought, [...compared]), ...namesLike(sought, others)]);
    if (!found.size) return { ...NONE, told: `no ${NAMED[key]} is called so` };
    return {
      findings: row => found.has(ofFinding.names[ofFinding.rows[row]]),
      facts: row => found.has(ofFact.names[ofFact.rows[row]]),
    };
  }
  if (key in OF_DOCUMENTS) {
    const columns = OF_DOCUMENTS[key].map(name => documents[name]);
    const found = namesLike(sought, columns.flat());
    if (!found.size) return { ...NONE, told: `no article has ${{ doc: "this id or title", source: "this source", story: "this story" }[key]}` };
    return ofDocuments(article => columns.some(column => found.has(column[article])), index);
  }
  if (key === "id") {
    const of = rows => row => fold(rows.id[row]).startsWith(sought);
    const ofFinding = ofFindings(of(findings), index);
    return { findings: ofFinding.findings, facts: row => of(facts)(row) || ofFinding.facts(row) };
  }
  if (!/^\d{4}(-\d\d(-\d\d)?)?$/.test(sought)) return `${key}: is a year, a month or a day, as 2023, 2023-09 or 2023-09-13`;
  return ofDocuments(published(key, sought, documents), index);
}

/** @returns {Set<string>} the names that are `sought`, or else those that have it in them. */
function namesLike(sought, names) {
  const folded = [...new Set(names)].map(name => [name, fold(name)]);
  const whole = folded.filter(([, name]) => name === sought);
  const found = whole.length ? whole : folded.filter(([, name]) => name.includes(sought));
  return new Set(found.map(([name]) => name));
}

/** @returns {(article: number) => boolean} compared as far as both dates are known. */
function published(key, day, { published: dates }) {
  return article => {
    const known = Math.min(day.length, dates[article].length);
    const [date, limit] = [dates[article].slice(0, known), day.slice(0, known)];
    return known > 0 && (key === "from" ? date >= limit : date <= limit);
  };
}

/** A fact has what one of its findings has. */
function ofFindings(test, { facts }) {
  return { findings: test, facts: row => facts.findings[row].some(test) };
}

/** A finding has what its fact has. */
function ofFacts(test, { findings }) {
  return { findings: row => findings.fact[row] >= 0 && test(findings.fact[row]), facts: test };
}

/** A row has what one of its articles has. */
function ofDocuments(test, { findings, facts }) {
  return { article: test, findings: row => findings.docs[row].some(test), facts: row => facts.docs[row].some(test) };
}

/** @returns {Tests} */
function turned({ findings, facts }) {
  return { findings: row => !findings(row), facts: row => !facts(row) };
}

/**
 * The rows that pass, in order; ties stay as they are listed, the gravest first. Tables of who says
 * what always do, the fullest first.
 *
 * @param {"" | "severity" | "subject" | "newest"} sort
 * @param {Name} list
 * @returns {number[]}
 */
function passing(test, sort, list, index) {
  const rows = [...index[list].id.keys()].filter(test);
  const { severity } = index.findings;
  const keys = {
    severity: row => list === "findings" ? -severity[row] : -Math.max(0, ...index.facts.findings[row].map(found => severity[found])),
    subject: row => index[list].subject.rows[row],
    newest: row => -newest(index[list].docs[row], index),
  };
  if (!(sort in keys) || list === "matrices") return rows;
  const key = new Map(rows.map(row => [row, keys[sort](row)]));
  return rows.sort((one, other) => key.get(one) - key.get(other));
}

/** @returns {number} milliseconds of the newest of `docs`, 0 where no date is known. */
function newest(docs, { documents }) {
  return Math.max(0, ...docs.map(article => Date.parse(documents.published[article]) || 0));
}

"use strict";

/**
 * The page: its controls, its address and its keys.
 *
 * There is one state, what is asked and in which order. Whatever changes it ends in `draw`, which
 * shows it everywhere: in the box, on the buttons, in the counts and in the lists. The address has
 * it too, so that a reload, the way back and a colleague see the same rows.
 */

const root = document.documentElement;
const lists = [...document.querySelectorAll(".rows[data-list]")].map(element => new List(element));
const [box, clear, sort, problemsTold, counts, said, help] =
  ["filter", "clear", "sort", "problems", "counts", "said", "help"].map(id => document.getElementById(id));
const facets = [...document.querySelectorAll(".facet button")];
const ofUnits = document.querySelector(".of-units");
let state = { text: "", sort: "" };

/** Tell the reader, a screen reader too. */
function say(words) {
  said.textContent = words;
}

// --- one state, shown everywhere -----------------------------------------------------------

let drawings = 0;

/** What is drawn so far is seen before more is drawn: a reader looks at the first rows first. */
function painted() {
  return new Promise(done => {
    if (document.hidden) setTimeout(done);
    else requestAnimationFrame(() => setTimeout(done));
  });
}

/** Show the state. Of drawings that wait for something unpacked only the last is finished. */
async function draw() {
  const [mine, start] = [++drawings, performance.now()];
  const stale = () => mine !== drawings;
  const terms = parse(state.text);
  if (box.value !== state.text) box.value = state.text;
  sort.value = state.sort;
  clear.disabled = !state.text;
  for (const button of facets) button.setAttribute("aria-pressed", String(terms.some(term => !term.not && alike(term, termOf(button)))));
  try {
    const texts = terms.some(({ key }) => key === "") ? await searchTexts() : { findings: [], facts: [] };
    if (stale()) return;
    const { tests, problems } = matches(terms, index, texts);
    problemsTold.textContent = problems.join(". ");
    for (const list of lists) list.order = passing(tests[list.name], state.sort, list.name, index);
    counts.textContent = counted(terms);
    for (const most of [SCREEN, Infinity]) {
      for (const list of lists) {
        await list.draw(stale, most);
        if (stale()) return;
        if (most === SCREEN && list === lists[0]) performance.measure("filter", { start });
        await painted();
      }
    }
    offerUnits();
  } catch (error) {
    say(error.message);
  }
}

/** Draw one list alone, all of its window. */
async function show(list) {
  try {
    await list.draw(() => false);
    offerUnits();
  } catch (error) {
    say(error.message);
  }
}

/** There is nothing to choose where nobody counts in miles. */
function offerUnits() {
  ofUnits.hidden &&= !document.querySelector(".in-us");
}

/** @returns {string} how many rows there are, and how many of them pass. */
function counted(terms) {
  const { names, rows } = index.facts.state;
  const totals = {
    findings: index.findings.id.length,
    facts: asksForOnce(terms) ? rows.length : rows.filter(state => names[state] !== "once").length,
  };
  return lists.filter(({ name }) => name in totals).map(({ name, order }) => {
    const [passed, total] = [order.length, totals[name]].map(count => count.toLocaleString("en"));
    const noun = totals[name] === 1 ? name.slice(0, -1) : name;
    return passed === total ? `${total} ${noun}` : `${passed} of ${total} ${noun}`;
  }).join(", ");
}

/** Ask for something else: the windows begin anew. */
function ask(next) {
  state = { ...state, ...next };
  for (const list of lists) Object.assign(list, { most: list.step, named: undefined });
  say("");
  return draw();
}

// --- the address ---------------------------------------------------------------------------

let writing = 0;

/** Write the state into the address: as the same place while one types, else as a new one. */
function write(how) {
  clearTimeout(writing);
  // A lone surrogate, half a sign, has no place in an address.
  const text = encodeURIComponent(state.text.replace(/\p{Surrogate}/gu, "\ufffd"));
  const parts = [text && `q=${text}`, state.sort && `sort=${state.sort}`].filter(Boolean);
  remember(how, parts.length ? `#${parts.join("&")}` : location.href.replace(/#.*/, ""));
}

/** An address that names a row has no room for the filter: the browser's history has it as well. */
function remember(how, address) {
  try {
    history[how](state, "", address);
  } catch {
    // A page in a frame without rights has no history; its filter works all the same.
  }
}

/** Browsers refuse addresses that change with every key: what is typed is written when it rests. */
function writeSoon() {
  clearTimeout(writing);
  writing = setTimeout(write, 200, "replaceState");
}

/** Take the state from where the reader has gone, and lead to the row that the address names. */
async function read() {
  clearTimeout(writing);
  say("");
  const asked = location.hash.match(/^#(?=[^&=]*=)(?:q=([^&]*))?&?(?:sort=(\w*))?$/);
  if (asked) await ask({ text: decoded(asked[1] ?? ""), sort: options().includes(asked[2]) ? asked[2] : "" });
  else if (history.state) await ask(history.state);
  else if (location.hash) remember("replaceState", location.href);
  else await ask({ text: "", sort: "" });
  if (!asked && location.hash) await reveal(location.hash.slice(1));
}

function options() {
  return [...sort.options].map(({ value }) => value);
}

function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Open the row that this fragment of an address names, wherever it is, and go there. */
async function reveal(fragment) {
  // As browsers do: what is written, or else what it stands for; or else how one id begins.
  const ids = [fragment, decoded(fragment)];
  const places = ids.flatMap(id => lists.map(list => [list, index[list.name].id.indexOf(id), id]));
  const isOfPage = ids.some(each => document.getElementById(each));
  const [list, row, id] = places.find(([, place]) => place >= 0) ?? (isOfPage ? undefined : beginning(fragment)) ?? [];
  if (!list) {
    if (isOfPage) return;
    say(`Nothing on this page has the address #${ids[1]}`);
    said.scrollIntoView({ block: "center" });
    return;
  }
  if (state.text && !list.order.includes(row)) {
    await ask({ text: "" });
    remember("replaceState", location.href);
    say(`The filter was cleared, since it does not let ${id} pass`);
  }
  list.named = row;
  await draw();
  const element = list.rows[row];
  if (!element) return;
  element.open = true;
  element.scrollIntoView();
  element.querySelector("summary").focus({ preventScroll: true });
}

/** The one row whose id begins so; as on the command line, six signs are the least. */
function beginning(fragment) {
  const found = lists.flatMap(list => index[list.name].id.flatMap((id, row) => id.startsWith(fragment) ? [[list, row, id]] : []));
  return fragment.length >= 6 && found.length === 1 ? found[0] : undefined;
}

addEventListener("hashchange", read);

// --- the controls --------------------------------------------------------------------------

const termOf = ({ dataset }) => ({ key: dataset.key, value: dataset.value, not: false });

box.addEventListener("input", () => {
  ask({ text: box.value });
  writeSoon();
});
box.addEventListener("change", () => write("replaceState"));
clear.addEventListener("click", () => {
  ask({ text: "" });
  write("pushState");
  box.focus();
});
sort.addEventListener("change", () => {
  ask({ sort: sort.value });
  write("pushState");
});
for (const button of facets) {
  button.addEventListener("click", () => {
    const [terms, mine] = [parse(state.text), termOf(button)];
    const others = terms.filter(term => term.not || !alike(term, mine));
    ask({ text: format(others.length < terms.length ? others : [...terms, mine]) });
    write("pushState");
  });
}
for (const list of lists) list.more.addEventListener("click", () => showMore(list));

async function showMore(list) {
  const before = list.root.children.length;
  list.most = list.shown + list.step;
  await draw();
  list.root.children[before]?.querySelector("summary").focus();
}

for (const name of ["theme", "units"]) {
  for (const option of document.querySelectorAll(`input[name="${name}"]`)) {
    option.checked = option.value === root.dataset[name];
    option.addEventListener("change", () => {
      root.dataset[name] = option.value;
      try {
        localStorage.setItem(`claimcheck-${name}`, option.value);
      } catch {
        // Storage may be forbidden; the choice then lasts as long as the page.
      }
    });
  }
}

document.addEventListener("click", event => {
  const link = event.target.closest("a[href]");
  const copy = event.target.closest("button.copy");
  if (copy) copyLink(copy);
  if (!link) return;
  const address = link.getAttribute("href");
  if (link.hasAttribute("download") && packs.has(`download-${address}`)) {
    event.preventDefault();
    download(link);
  } else if (address === location.hash) {
    // The browser thinks that one is there already; the row may have been closed since.
    reveal(address.slice(1));
  }
});

/** What lies beside the page is in it as well, for a page that was sent alone. */
async function download(link) {
  const name = link.getAttribute("href");
  const content = await (await unpacked(`download-${name}`)).blob();
  const copy = document.createElement("a");
  copy.href = URL.createObjectURL(new Blob([content], { type: link.type }));
  copy.download = name;
  copy.click();
  setTimeout(() => URL.revokeObjectURL(copy.href), 60_000);
}

/** Copy the address of a row; where the clipboard is closed, show it selected. */
async function copyLink(button) {
  const address = `${location.href.replace(/#.*/, "")}#${encodeURIComponent(button.dataset.copy)}`;
  try {
    await navigator.clipboard.writeText(address);
    tellBeside(button, "Copied");
  } catch {
    const field = document.createElement("input");
    field.readOnly = true;
    field.value = address;
    field.className = "address";
    field.setAttribute("aria-label", "Link");
    button.replaceWith(field);
    field.select();
    field.addEventListener("blur", () => field.replaceWith(button), { once: true });
    say("The link is selected, to be copied");
  }
}

function tellBeside(button, words) {
  const before = button.textContent;
  button.textContent = words;
  say("The link is in the clipboard");
  setTimeout(() => { button.textContent = before; }, 2000);
}

// --- the keys ------------------------------------------------------------------------------

const KEY_ACTS = {
  j: () => step(1),
  k: () => step(-1),
  o: () => turn(rowInFocus()),
  f: () => box.focus(),
  "?": () => help.showModal(),
};

document.addEventListener("keydown", event => {
  if (event.ctrlKey || event.metaKey || event.altKey || help.open) return;
  if (event.key === "Escape" && event.target === box) {
    event.preventDefault();
    box.blur();
  } else if (event.key in KEY_ACTS && !event.target.closest("input:not([type=radio]), textarea, select")) {
    event.preventDefault();
    KEY_ACTS[event.key]();
  }
});
document.getElementById("ask-help").addEventListener("click", () => help.showModal());
document.getElementById("close-help").addEventListener("click", () => help.close());

/** Open or close a row; the focus must not stay in what is closed. */
function turn(row) {
  if (!row) return;
  row.open = !row.open;
  row.querySelector("summary").focus();
}

function rowInFocus() {
  return document.activeElement.closest(".rows > .row");
}

/** Go to the next row or the one before; from elsewhere to the first that is not above the window. */
async function step(by) {
  const rows = () => [...document.querySelectorAll(".rows > .row")].filter(row => row.getClientRects().length);
  const here = rowInFocus();
  const list = lists.find(({ root: { lastElementChild } }) => here && lastElementChild === here);
  if (by > 0 && list && !list.more.hidden) return showMore(list);
  const place = here ? rows().indexOf(here) + by : rows().findIndex(row => row.getBoundingClientRect().bottom > 0);
  rows()[place]?.querySelector("summary").focus();
}

// --- the beginning -------------------------------------------------------------------------

read();
// What words are looked for in is unpacked in advance, before anybody asks.
(window.requestIdleCallback ?? setTimeout)(() => searchTexts().catch(() => {}));

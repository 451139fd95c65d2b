"use strict";

/**
 * The rows: those that stand in the page, and those that are packed at its end or beside it.
 * A list shows a window of them: a browser can hold twenty thousand rows, but not draw them.
 */

// As many rows as a screen may hold: they are brought first where rows have to be unpacked.
const SCREEN = 12;
/** @type {Map<string, string>} what has been unpacked from the page's end or come from a shard */
const packs = new Map();
/** @type {Map<number, Promise<void>>} */
const shards = new Map();
const index = JSON.parse(document.getElementById("index-data").textContent);
const layout = JSON.parse(document.getElementById("layout-data").textContent);

for (const element of document.querySelectorAll("script[data-pack]")) packs.set(element.dataset.pack, element.textContent);

/** What a shard calls when it has been read. */
function arrived(brought) {
  for (const [name, text] of Object.entries(brought)) packs.set(name, text);
}

/** Read the shard of this number; a page from a file may run scripts and fetch nothing. */
function shard(number) {
  if (!shards.has(number)) {
    shards.set(number, new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = `${layout.folder}/${number}.js`;
      script.onload = () => resolve();
      script.onerror = () => {
        shards.delete(number);
        reject(new Error(`Rows beyond the first 100 are in ${layout.folder}, which is not beside this page`));
      };
      document.head.append(script);
    }));
  }
  return shards.get(number);
}

/** @returns {Promise<Response>} what is packed under `name`. */
async function unpacked(name) {
  if (!packs.has(name)) await shard(layout.shards[name]);
  const signs = atob(packs.get(name));
  const bytes = new Uint8Array(signs.length);
  // Twenty times as fast as Uint8Array.from, which walks code points; and fromBase64 is too new.
  for (let place = 0; place < signs.length; place++) bytes[place] = signs.charCodeAt(place);
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip")));
}

/** @returns {boolean} whether anything is packed under `name`. */
function isPacked(name) {
  return packs.has(name) || name in layout.shards;
}

/** @type {Promise<Texts> | undefined} */
let textsRead;

/** @returns {Promise<Texts>} what every row says; read once, when it is first asked for. */
function searchTexts() {
  const of = async list => {
    const blocks = [];
    while (isPacked(`${list}-texts-${blocks.length}`)) blocks.push(unpacked(`${list}-texts-${blocks.length}`).then(text => text.json()));
    return (await Promise.all(blocks)).flat();
  };
  textsRead ??= Promise.all([of("findings"), of("facts")])
    .then(([findings, facts]) => ({ findings, facts }))
    .catch(error => { textsRead = undefined; throw error; });
  return textsRead;
}

/** A list of the page: its rows by number, of which the window is in the page. */
class List {
  /** @param {HTMLElement} root  an element with the rows that were written into the page */
  constructor(root) {
    this.root = root;
    this.name = root.dataset.list;
    /** @type {HTMLElement[]} rows that have been made; they are kept, as they were left */
    this.rows = [...root.querySelectorAll(":scope > .row")];
    this.first = this.rows.length;
    /** @type {Map<number, Promise<string[]>>} */
    this.blocks = new Map();
    this.order = [...index[this.name].id.keys()];
    this.step = layout.windows[this.name];
    this.most = this.step;
    this.shown = this.first;
    /** @type {number | undefined} a row beyond the window that the address names */
    this.named = undefined;
    this.more = document.createElement("button");
    this.more.type = "button";
    this.more.className = "more";
    this.more.hidden = true;
    this.none = document.createElement("p");
    this.none.className = "about";
    this.none.textContent = "Nothing here passes the filter.";
    this.none.hidden = true;
    root.after(this.more, this.none);
  }

  /**
   * Bring the window into the page, unless `stale` says that another is wanted by then. A row that
   * the address names stands before it where it is not in it.
   *
   * @param {number} most  where much is to change, only so many from the top: but not where a list
   *   that one has scrolled into would shrink under its reader
   */
  async draw(stale, most = Infinity) {
    let window = this.order.slice(0, this.most);
    const unmade = window.findIndex(row => !this.rows[row]);
    const present = [...this.root.children];
    const isWhole = unmade < 0 && window.length === present.length && window.every((row, place) => this.rows[row] === present[place]);
    if (!isWhole && this.root.getBoundingClientRect().top >= 0) window = window.slice(0, most);
    else if (unmade >= 0) window = window.slice(0, Math.max(most, unmade));
    const before = this.named === undefined || window.includes(this.named) ? [] : [this.named];
    const rows = [...before, ...window];
    await Promise.all(rows.filter(row => !this.rows[row]).map(row => this.make(row)));
    if (stale()) return;
    const wanted = rows.map(row => this.rows[row]);
    if (wanted.length !== present.length || wanted.some((row, place) => row !== present[place])) this.root.replaceChildren(...wanted);
    this.shown = window.length;
    const rest = this.order.length - this.shown;
    this.more.hidden = rest === 0;
    this.none.hidden = this.order.length > 0 || !index[this.name].id.length;
    this.more.textContent = `Show ${Math.min(this.step, rest)} more of ${rest.toLocaleString("en")}`;
  }

  /** Make a row from the markup that the templates wrote. */
  async make(row) {
    const place = row - this.first;
    const fragments = await this.block(Math.floor(place / layout.block));
    if (this.rows[row]) return;
    const template = document.createElement("template");
    template.innerHTML = fragments[place % layout.block];
    this.rows[row] = document.importNode(template.content, true).firstElementChild;
  }

  /** @returns {Promise<string[]>} the markup of the rows in a block, unpacked once. */
  block(number) {
    if (!this.blocks.has(number)) {
      this.blocks.set(number, unpacked(`${this.name}-rows-${number}`).then(block => block.json())
        .catch(error => { this.blocks.delete(number); throw error; }));
    }
    return this.blocks.get(number);
  }
}

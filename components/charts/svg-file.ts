import type { ChartSpec } from "@/lib/domain/chart";
import { type Entry, legend, type Mark } from "@/lib/domain/chart-columns";

/** What a drawing takes from the page's styles, and would lack outside of it. */
const kept = [
  "fill",
  "fill-opacity",
  "stroke",
  "stroke-width",
  "stroke-dasharray",
  "stroke-opacity",
  "opacity",
  "visibility",
  "font-family",
  "font-size",
  "font-weight",
  "text-anchor",
  "dominant-baseline",
  "paint-order",
];

/** Pixels: a line of text, and the rim around all. */
const LINE = 18;
const EDGE = 12;

type Attributes = Record<string, string | number | undefined>;

function add(parent: Element, name: string, attributes: Attributes, text = ""): SVGGraphicsElement {
  const node = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined) node.setAttribute(key, String(value));
  }
  node.textContent = text;
  parent.append(node);
  return node as SVGGraphicsElement;
}

/** The picture names the page's font without holding it; another one may be so much wider. */
const WIDER = 1.15;

/** Writes a text in lines of a width; returns where the next line would stand. */
function addTitle(sheet: Element, title: string, width: number): number {
  let y = EDGE + LINE / 2;
  const newLine = () =>
    add(sheet, "text", { x: EDGE, y, "font-size": 14, "font-weight": 600, fill: "var(--ink)" });
  let line = newLine();
  for (const word of title.split(/\s+/)) {
    const before = line.textContent;
    line.textContent = before ? `${before} ${word}` : word;
    if (!before || line.getBBox().width <= width) continue;
    line.textContent = before;
    y += LINE;
    line = newLine();
    line.textContent = word;
  }
  return y + LINE / 2;
}

function addMark(parent: Element, { shape, color, dash }: Mark) {
  if (shape === "line") {
    const look = { stroke: color, "stroke-width": 2, "stroke-dasharray": dash };
    add(parent, "line", { x1: 0, x2: 20, y1: -4, y2: -4, ...look });
  } else if (shape === "tick") {
    add(parent, "rect", { x: 9, y: -9, width: 2.5, height: 10, fill: color });
  } else {
    const opacity = shape === "band" ? 0.25 : 1;
    const size = { x: 4, y: -9, width: 12, height: 10 };
    add(parent, "rect", { ...size, fill: color, "fill-opacity": opacity });
  }
}

/** Names what is drawn, side by side as far as the width goes; returns where that ends. */
function addLegend(sheet: Element, entries: Entry[], top: number, width: number): number {
  let [x, y] = [EDGE, top + LINE];
  for (const { label, mark } of entries) {
    const entry = add(sheet, "g", {});
    addMark(entry, mark);
    add(entry, "text", { x: 26, y: 0, "font-size": 12, fill: "var(--ink)" }, label);
    const needed = entry.getBBox().width * WIDER + 16;
    if (x > EDGE && x + needed > EDGE + width) [x, y] = [EDGE, y + LINE];
    entry.setAttribute("transform", `translate(${x} ${y})`);
    x += needed;
  }
  return entries.length > 0 ? y : top;
}

/** Writes onto each part what the page's styles make of it, and takes away what means nothing. */
function settle(sheet: Element) {
  for (const node of [sheet, ...sheet.querySelectorAll("*")]) {
    const style = getComputedStyle(node);
    const values = kept.map((name) => [name, style.getPropertyValue(name)] as const);
    for (const name of ["class", "style", "tabindex", "role"]) node.removeAttribute(name);
    for (const [name, value] of values) node.setAttribute(name, value);
  }
}

/** The drawing in a box as a picture that stands alone, with its title and its legend. */
export function toSvg(box: HTMLElement, title: string, spec: ChartSpec): string | null {
  const drawing = box.querySelector<SVGElement>("svg[role=application]");
  if (!drawing) return null;
  const { width, height } = drawing.getBoundingClientRect();
  // Inside the page while it is made: only there can texts be measured and colours be resolved.
  const sheet = add(box, "svg", { style: "position: fixed; left: -9999px" });
  const ground = add(sheet, "rect", { width: "100%", height: "100%", fill: "var(--surface)" });
  const top = addTitle(sheet, title, width / WIDER);
  const copy = drawing.cloneNode(true) as SVGElement;
  sheet.append(copy);
  const bottom = addLegend(sheet, legend(spec), top + height, width) + EDGE;
  settle(sheet);
  sheet.remove();
  for (const [name, value] of Object.entries({ x: EDGE, y: top, width, height })) {
    copy.setAttribute(name, String(value));
  }
  const size = { width: width + 2 * EDGE, height: bottom };
  for (const [name, value] of Object.entries(size)) sheet.setAttribute(name, String(value));
  sheet.setAttribute("viewBox", `0 0 ${size.width} ${size.height}`);
  ground.setAttribute("stroke", "none");
  return new XMLSerializer().serializeToString(sheet);
}

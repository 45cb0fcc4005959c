// Renders the demo evidence in public/demo: small pages, before and after a change.
// Run by hand when a page below changes: node scripts/demo-images.ts
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { chromium } from "@playwright/test";

const root = new URL("../", import.meta.url);
const target = new URL("public/demo/", root);
const geist = new URL("node_modules/geist/dist/fonts/geist-sans/Geist-Variable.woff2", root);
const font = (await readFile(geist)).toString("base64");

const css = `
@font-face { font-family: Geist; font-weight: 100 900; src: url(data:font/woff2;base64,${font}) }
* { box-sizing: border-box; margin: 0 }
body { font: 12px/1.45 Geist, Arial, sans-serif; color: #18202c; background: #f5f6f8; height: 100vh; overflow: hidden }
h1 { font-size: 17px; font-weight: 650 } h2 { font-size: 13px; font-weight: 600 }
small, .mute { color: #667085; font-size: 11px }
.row { display: flex; gap: 10px; align-items: center } .between { justify-content: space-between }
.grid { display: grid; gap: 10px } .two { grid-template-columns: 1fr 1fr } .four { grid-template-columns: repeat(4, 1fr) }
.card { background: #fff; border: 1px solid #e3e6ec; border-radius: 8px; padding: 12px }
.pad { padding: 16px } .app { display: grid; grid-template-columns: 116px 1fr; height: 100% }
nav.side { background: #101828; color: #cbd5e1; padding: 14px 8px } nav.side div { padding: 5px 8px; border-radius: 6px }
nav.side .on { background: #2b3648; color: #fff } nav.side b { display: block; color: #fff; padding: 0 8px 12px; font-size: 14px }
.button { display: inline-block; border: 1px solid #cfd5df; border-radius: 6px; padding: 5px 11px; background: #fff; font-weight: 550 }
.main { background: #3157d5; border-color: #3157d5; color: #fff }
.field { border: 1px solid #cfd5df; border-radius: 6px; padding: 5px 9px; background: #fff; color: #344054; min-height: 29px }
label { display: block; font-weight: 550; margin-bottom: 3px }
table { border-collapse: collapse; width: 100%; background: #fff } td, th { text-align: left; padding: 5px 9px; border-bottom: 1px solid #eceef2 }
th { color: #667085; font-weight: 550; font-size: 11px } .n { text-align: right; font-variant-numeric: tabular-nums }
.badge { white-space: nowrap; border-radius: 9px; padding: 1px 8px; font-size: 11px; font-weight: 550 }
.ok { background: #d8f3e3; color: #0b6b3a } .wait { background: #fdf0cd; color: #865503 } .bad { background: #fde1e1; color: #a11c1c }
.num { font-size: 20px; font-weight: 650; font-variant-numeric: tabular-nums }
.old { min-height: 100%; font-family: Arial, "Liberation Sans", sans-serif; background: #fff } .old td, .old th { border: 1px solid #bbb; padding: 3px 5px; font-size: 11px }
.old .box { border: 1px solid #aaa; height: 21px; padding: 2px 4px; background: #fff; color: #555 } .old .go { background: #ddd; border: 1px solid #888; padding: 3px 10px; display: inline-block }
`;

const badge = (tone: string, text: string) => `<span class="badge ${tone}">${text}</span>`;
const field = (label: string, value: string, help = "") =>
  `<div><label>${label}</label><div class="field">${value}</div><small>${help}</small></div>`;
const tile = (name: string, value: string, delta: string) =>
  `<div class="card"><small>${name}</small><div class="num">${value}</div><small>${delta}</small></div>`;
const side = (on: string) =>
  `<nav class="side"><b>Ventures</b>${["Overview", "Portfolio", "Orders", "Reports", "Settings"]
    .map((name) => `<div class="${name === on ? "on" : ""}">${name}</div>`)
    .join("")}</nav>`;
const table = (head: string[], rows: string[][]) => {
  const numeric = rows[0]?.map((cell) => /^[\d$−+]/.test(cell)) ?? [];
  const cells = (tag: string, row: string[]) =>
    row.map((c, i) => `<${tag} class="${numeric[i] ? "n" : ""}">${c}</${tag}>`).join("");
  return `<table><tr>${cells("th", head)}</tr>${rows.map((r) => `<tr>${cells("td", r)}</tr>`).join("")}</table>`;
};
const area = (points: number[], width: number, height: number, color: string) => {
  const line = points.map((y, i) => `${(i * width) / (points.length - 1)},${height - y}`).join(" ");
  return `<svg width="${width}" height="${height}"><polygon points="0,${height} ${line} ${width},${height}" fill="${color}22"/><polyline points="${line}" fill="none" stroke="${color}" stroke-width="2"/></svg>`;
};
const bars = (values: number[], colors: string[], width: number, gap: number) =>
  `<div class="row" style="align-items:end;gap:${gap}px">${values
    .map(
      (v, i) =>
        `<div style="width:${width}px;height:${v}px;background:${colors[i % colors.length]}"></div>`,
    )
    .join("")}</div>`;
const column = (name: string, cards: string[]) =>
  `<div class="card" style="background:#eceff4;padding:8px;height:318px"><h2 style="margin-bottom:8px">${name} <small>${cards.length}</small></h2><div class="grid" style="gap:7px">${cards
    .map((c) => `<div class="card" style="padding:8px">${c}</div>`)
    .join("")}</div></div>`;
const board = (next: string[], doing: string[], done: string[], blocked: string) =>
  `<div class="pad"><div class="row between" style="margin-bottom:10px"><h1>Directive board</h1>${blocked}</div><div class="grid" style="grid-template-columns:repeat(3,1fr)">${column("Next", next)}${column("In progress", doing)}${column("Done", done)}</div></div>`;
const task = (id: string, title: string, tag = "") =>
  `<small>${id}</small> ${tag}<div>${title}</div>`;
const toggle = (on: boolean) =>
  `<span style="display:inline-block;width:26px;height:15px;border-radius:8px;background:${on ? "#3157d5" : "#cfd5df"};padding:2px;text-align:${on ? "right" : "left"}"><span style="display:inline-block;width:11px;height:11px;border-radius:50%;background:#fff;vertical-align:top"></span></span>`;

const ventures = [
  ["Harbor Coffee", "$184,200", "+12 %", "On track"],
  ["Lumen Freight", "$96,450", "−4 %", "At risk"],
  ["Tidewater Labs", "$61,900", "+31 %", "On track"],
];
const orders = [
  ["10482", "Harbor Coffee", "$1,240.00", "Paid"],
  ["10481", "Pine & Copper", "$318.50", "Pending"],
  ["10480", "Lumen Freight", "$7,905.20", "Paid"],
  ["10479", "Tidewater Labs", "$64.00", "Refunded"],
];
const tone = (status = "") =>
  badge(
    /Paid|track|200/.test(status) ? "ok" : /Pend|risk|Ref/.test(status) ? "wait" : "bad",
    status,
  );
const toned = (rows: string[][]) => rows.map((row) => [...row.slice(0, -1), tone(row.at(-1))]);
const hues = ["#e6413c", "#f2b90c", "#2c9f45", "#2b6fe0", "#a142f4", "#16a3a3"];
const rainbow = [...hues, "#e377c2", "#7f7f7f"];

type Page = [
  name: string,
  before: string,
  after: string,
  size?: { width?: number; after?: number },
];

const pages: Page[] = [
  [
    "dashboard",
    `<div class="old pad"><h1 style="color:#003399">Portfolio</h1><p>Total revenue: 342550 &nbsp; Ventures: 14 &nbsp; At risk: 3 &nbsp; Cash: 1204300</p><br>${table(["Venture", "Revenue", "Change", "State"], [...ventures, ["Fieldnote Press", "$40,100", "+2 %", "On track"], ["Orchard Row", "$22,640", "−9 %", "At risk"]])}<br><div class="go">Refresh</div></div>`,
    `<div class="app">${side("Overview")}<div class="pad"><div class="row between" style="margin-bottom:10px"><h1>Portfolio overview</h1><span class="button">Last 30 days ▾</span></div><div class="grid four">${tile("Revenue", "$342k", "▲ 8 %")}${tile("Ventures", "14", "2 new")}${tile("At risk", "3", "▼ 1")}${tile("Cash", "$1.20M", "11 months left")}</div><div class="card" style="margin:10px 0"><h2>Revenue rose in 9 of 12 weeks</h2>${area([22, 28, 26, 34, 41, 39, 48, 52, 50, 61, 66, 74], 426, 76, "#3157d5")}</div>${table(["Venture", "Revenue", "Change", "State"], toned(ventures))}</div></div>`,
  ],
  [
    "settings",
    `<div class="old pad"><h1>Settings</h1><br>name<div class="box" style="width:300px">Harbor Coffee</div><br>currency<div class="box" style="width:300px">USD</div><br>tz<div class="box" style="width:300px">GMT-5</div><br><input type="checkbox" checked> digest <input type="checkbox"> alerts <input type="checkbox"> mfa<br><br><div class="go">OK</div> <div class="go">Cancel</div> <div class="go" style="color:red">Delete</div></div>`,
    `<div class="app">${side("Settings")}<div class="pad"><h1>Workspace settings</h1><div class="card grid two" style="margin:12px 0"><h2 style="grid-column:1/3">General</h2>${field("Workspace name", "Harbor Coffee")}${field("Currency", "US dollar (USD) ▾")}${field("Time zone", "New York (UTC−5) ▾")}${field("Fiscal year starts", "January ▾")}</div><div class="card"><h2>Security</h2><div class="row between" style="padding:5px 0"><span>Weekly digest by e-mail</span>${toggle(true)}</div><div class="row between"><span>Require two-factor sign-in</span>${toggle(true)}</div></div><div class="row" style="margin-top:12px;justify-content:end"><span class="button">Discard</span><span class="button main">Save changes</span></div></div></div>`,
    { after: 400 },
  ],
  [
    "orders",
    `<div class="old pad"><h1>orders</h1>${table(["id", "customer", "amount", "status"], [...orders, ["10475", "Lumen Freight", "$410.10", "Paid"], ["10474", "Orchard Row", "$75.00", "Paid"]])}<p style="margin-top:8px"><u style="color:#00e">prev</u> <u style="color:#00e">next</u></p></div>`,
    `<div class="app">${side("Orders")}<div class="pad"><div class="row between" style="margin-bottom:10px"><h1>Orders</h1><span class="button main">New order</span></div><div class="row" style="margin-bottom:10px"><div class="field" style="width:190px;color:#98a2b3">Search orders…</div><span class="button">Status: all ▾</span><span class="button">This month ▾</span></div><div class="card" style="padding:0;overflow:hidden">${table(["Order", "Customer", "Amount", "Status"], toned(orders))}</div><div class="row between" style="margin-top:8px"><small>1–4 of 214 orders</small><small>← Previous &nbsp; Next →</small></div></div></div>`,
  ],
  [
    "sign-in",
    `<div class="old" style="padding:70px 170px;height:100%"><h1 style="text-align:center;color:#999">Login</h1><br><div class="box" style="color:#ccc">user</div><br><div class="box" style="color:#ccc">pass</div><br><div class="go" style="width:100%;text-align:center;color:#aaa">Submit</div><p style="color:#f99;font-size:10px">Error 401</p></div>`,
    `<div style="height:100%;display:grid;place-items:center;background:#e8edfb"><div class="card grid" style="width:300px;padding:22px"><h1>Sign in to Ventures</h1><div class="badge bad" style="white-space:normal;border-radius:6px;padding:7px 9px">That e-mail and password do not match. Try again or reset your password.</div>${field("E-mail", "name@example.com")}<div><div class="row between"><label>Password</label><small style="color:#3157d5">Forgot password?</small></div><div class="field">••••••••••</div></div><span class="button main" style="text-align:center">Sign in</span><span class="button" style="text-align:center">Continue with single sign-on</span></div></div>`,
  ],
  [
    "checkout",
    `<div class="old pad"><h1>Checkout step 1 of 5</h1><br>${["Card number", "Exp", "CVV", "Address 1", "Address 2", "Zip"].map((name) => `<div class="row" style="margin-bottom:7px"><span style="width:90px">${name} *</span><div class="box" style="width:240px"></div></div>`).join("")}<br><div class="go">Continue</div> <span style="color:#888">Total shown at the last step</span></div>`,
    `<div class="pad grid" style="grid-template-columns:1.35fr 1fr;height:100%;align-items:start"><div class="card grid"><h1>Payment</h1>${field("Card number", "4242 4242 4242 4242")}<div class="grid two">${field("Expires", "08 / 29")}${field("Security code", "•••")}</div>${field("Billing address", "18 Quay Street, Portland", "We only use it to check the card")}<span class="button main" style="text-align:center;padding:8px">Pay $158.20</span></div><div class="card grid"><h2>Your order</h2><div class="row between"><span>Roaster subscription, 6 months</span><span>$132.00</span></div><div class="row between"><span>Delivery</span><span>$12.00</span></div><div class="row between"><span>Tax</span><span>$14.20</span></div><div class="row between" style="border-top:1px solid #e3e6ec;padding-top:8px"><b>Total</b><span class="num">$158.20</span></div>${badge("ok", "Free cancellation for 14 days")}</div></div>`,
  ],
  [
    "report",
    `<div class="old pad"><h1>Report Q3</h1><div style="border-left:1px solid #000;border-bottom:1px solid #000;background:repeating-linear-gradient(#fff 0 29px,#ccc 29px 30px);padding:0 8px;height:240px;display:flex;align-items:end">${bars([96, 130, 88, 170, 150, 205, 190, 226], rainbow, 56, 8)}</div><p style="text-align:center">1 2 3 4 5 6 7 8</p>${rainbow.map((c, i) => `<span style="color:${c}">■</span> series${i + 1} `).join("")}</div>`,
    `<div class="app">${side("Reports")}<div class="pad"><h1>Weekly revenue passed its target in week 6</h1><small>Revenue a week in thousand dollars, third quarter</small><div class="card" style="margin-top:12px;position:relative;height:222px;display:flex;align-items:end"><div style="position:absolute;left:0;right:0;bottom:165px;border-top:2px dashed #d98a04"><small style="position:absolute;left:12px;top:-19px;color:#865503">target 80</small></div>${bars([75, 101, 69, 133, 117, 172, 160, 190], ["#9db2ee", "#9db2ee", "#9db2ee", "#9db2ee", "#9db2ee", "#3157d5", "#9db2ee", "#3157d5"], 42, 10)}</div><div class="row" style="margin-top:12px"><span class="button">Show as table</span><span class="button">Export CSV</span><small>Updated 4 minutes ago</small></div></div></div>`,
  ],
  [
    "mobile-nav",
    `<div class="old" style="height:100%"><div style="background:#003399;color:#fff;padding:8px">☰ Menu</div><div style="background:#eee">${["Overview", "Portfolio", "Portfolio archive", "Orders", "Order imports", "Reports", "Report builder", "Settings", "Help", "Log out"].map((t) => `<div style="padding:8px 10px;border-bottom:1px solid #ccc;color:#00c"><u>${t}</u></div>`).join("")}</div></div>`,
    `<div class="pad grid" style="height:352px;align-content:start"><div class="row between"><h1>Overview</h1><span class="badge ok">Live</span></div>${tile("Revenue", "$342k", "▲ 8 % on last month")}${tile("At risk", "3 ventures", "▼ 1 since Monday")}<div class="card"><h2>Next up</h2><small>Lumen Freight review, today 14:00</small></div></div><div class="row" style="height:48px;background:#fff;border-top:1px solid #e3e6ec;justify-content:space-around">${["Overview", "Orders", "Reports", "More"].map((t, i) => `<small style="text-align:center;${i ? "" : "color:#3157d5;font-weight:650"}"><span style="display:block;width:14px;height:14px;border-radius:4px;margin:0 auto 3px;background:${i ? "#cbd2de" : "#3157d5"}"></span>${t}</small>`).join("")}</div>`,
    { width: 300 },
  ],
  [
    "empty-state",
    `<div class="old pad"><h1>imports</h1>${table(["file", "rows", "date", "status"], [["", "", "", ""]])}<p style="color:#888">no data</p></div>`,
    `<div class="app">${side("Orders")}<div class="pad"><h1>Imports</h1><div class="card" style="margin-top:14px;text-align:center;padding:42px 60px"><svg width="72" height="56"><rect x="10" y="6" width="52" height="40" rx="6" fill="#e3e9fb"/><path d="M36 40V18m-9 9 9-9 9 9" stroke="#3157d5" stroke-width="3" fill="none"/></svg><h2 style="margin:8px 0 4px">Bring your orders in</h2><p class="mute">Upload a CSV with one order a line. Nothing is charged or sent until you confirm the preview.</p><div class="row" style="justify-content:center;margin-top:14px"><span class="button main">Upload a file</span><span class="button">Download the template</span></div></div></div></div>`,
  ],
  [
    "board",
    board(
      [task("SD-API-014", "Rate limits")],
      [task("SD-DB-003", "Ledger partitioning"), task("SD-AUTH-004", "Passkey sign-in")],
      [task("SD-UI-014", "Reviewer dashboard")],
      "",
    ),
    board(
      [task("SD-API-014", "Rate limits")],
      [
        task("SD-DB-003", "Ledger partitioning"),
        task("SD-AUTH-004", "Passkey sign-in", badge("bad", "blocked 6 d")),
      ],
      [task("SD-UI-014", "Reviewer dashboard")],
      badge("bad", "1 blocked"),
    ),
  ],
  [
    "deliveries",
    `<div class="old pad"><h1>Webhook log</h1><pre style="font-size:10px;line-height:1.7;color:#333">${["order.paid 200 188ms", "order.paid 500 30001ms", "order.paid 500 30002ms", "venture.updated 200 140ms", "order.refunded 410 95ms", "order.paid 500 30001ms", "invoice.sent 200 203ms", "order.paid 500 30004ms", "venture.updated 200 151ms", "order.paid 200 177ms"].map((l, i) => `2025-10-0${(i % 9) + 1}T11:0${i % 10}:14Z POST /hooks ${l}`).join("\n")}</pre></div>`,
    `<div class="app">${side("Settings")}<div class="pad"><div class="row between"><h1>Webhook deliveries</h1><span class="button">Retry failed (2)</span></div><div class="grid four" style="margin:10px 0">${tile("Delivered", "99.4 %", "last 24 hours")}${tile("p95", "212 ms", "▼ from 30 s")}${tile("Retrying", "2", "next in 40 s")}${tile("Dropped", "0", "7 days")}</div><div class="card" style="padding:0;overflow:hidden">${table(
      ["Event", "Endpoint", "1st try", "Result"],
      toned([
        ["order.paid", "/hooks/orders", "188 ms", "200"],
        ["order.paid", "/hooks/ledger", "30 s", "Pending, try 3 of 8"],
        ["venture.updated", "/hooks/crm", "140 ms", "200"],
        ["order.refunded", "/hooks/ledger", "95 ms", "410 gone"],
      ]),
    )}</div></div></div>`,
  ],
];

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-lcd-text"],
});
await mkdir(target, { recursive: true });
const view = await browser.newPage();
for (const [name, before, after, size] of pages) {
  for (const [moment, html] of Object.entries({ before, after })) {
    const height = moment === "before" ? 360 : (size?.after ?? 360);
    await view.setViewportSize({ width: size?.width ?? 600, height: size?.width ? 400 : height });
    await view.setContent(`<!doctype html><meta charset="utf-8"><style>${css}</style>${html}`);
    await view.evaluate(() => document.fonts.ready);
    const file = `${name}-${moment}.png`;
    await writeFile(new URL(file, target), await view.screenshot());
    console.log(file);
  }
}
await browser.close();

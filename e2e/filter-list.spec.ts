import { expectAccessible, looks } from "./support/looks.ts";
import { agent, expect, newSession, type Page, test } from "./support/world.ts";

/** With signs that mean something in an address and in a condition. */
let app = "";
const DAY = 86_400_000;

const sessions = {
  "Bare claim": {
    status: "completed",
    quality_score: 91,
    implementation_progress: 100,
    started_at: "2026-03-02T00:00:00Z",
    completed_at: "2026-03-05T10:00:00Z",
  },
  "Failing tests": {
    status: "failed",
    quality_score: 70,
    sub_agent_results: [{ sub_agent_type: "TESTING", status: "FAIL", summary: "Two fail" }],
    started_at: "2026-03-03T23:59:59.999999Z",
    completed_at: "2026-03-06T23:59:59.999999Z",
  },
  "An endpoint": {
    status: "paused",
    implementation_type: "API_ENDPOINT",
    security_score: 70,
    started_at: "2026-03-04T00:00:00Z",
  },
  "Left alone": {
    status: "active",
    orchestrator: "Another",
    started_at: new Date(Date.now() - 8 * DAY).toISOString(),
  },
  "Just begun": {
    status: "active",
    quality_score: 80,
    after_screenshots: ["https://example.com/after.png"],
  },
};
type Title = keyof typeof sessions;
const all = Object.keys(sessions) as Title[];

let bare = "";
test.beforeAll(async () => {
  // Each time: one worker may come here twice.
  app = `An "app", (of a test) & \\ ${process.pid}-${Date.now().toString(36)}`;
  for (const [title, row] of Object.entries(sessions)) {
    const { sd_id } = await newSession(row, title);
    if (title === "Bare claim") bare = sd_id;
    const directives = agent().from("strategic_directives_v2");
    const { error } = await directives.update({ target_application: app }).eq("id", sd_id);
    expect(error).toBeNull();
  }
});

const listOf = (query: string) => `/sessions?${new URLSearchParams({ app })}&${query}`;

async function expectRows(page: Page, titles: Title[]) {
  await expect(page.locator("tbody tr")).toHaveCount(titles.length);
  for (const title of titles) {
    await expect(page.locator("tbody").getByRole("link", { name: title })).toBeVisible();
  }
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });

    for (const [query, words, titles] of [
      [
        "from=2026-03-02&to=2026-03-03",
        /started 2\s–\s3 Mar 2026/,
        ["Bare claim", "Failing tests"],
      ],
      ["from=2026-03-04&to=2026-03-04", /started 4 Mar 2026/, ["An endpoint"]],
      ["to=2026-03-02", /started until 2 Mar 2026/, ["Bare claim"]],
      ["ended-from=2026-03-06&ended-to=2026-03-06", /ended 6 Mar 2026/, ["Failing tests"]],
      ["stale=1", /stale/, ["Left alone"]],
      ["waiting=1", /waiting for review/, ["Bare claim"]],
      ["reason=unbacked", /a high score with nothing behind it/, ["Bare claim"]],
      ["agent=TESTING%3AFAIL", /Testing failed/, ["Failing tests"]],
      ["open=SECURITY", /required checkpoint open: Security/, ["An endpoint"]],
      ["scored=security", /scored: Security/, ["An endpoint"]],
      ["quality-from=70&quality-to=80", /quality 70\s–\s80/, ["Failing tests", "Just begun"]],
      ["progress-from=50", /progress from 50/, ["Bare claim"]],
      ["evidence=pictures", /with screenshots/, ["Just begun"]],
      ["verdict=approve", /approved/, []],
      ["orchestrator=Another", /orchestrator: Another/, ["Left alone"]],
    ] as const) {
      test(`shows only what ?${query} says, until that is taken away`, async ({ page }) => {
        await page.goto(listOf(query));
        await expectRows(page, [...titles]);
        const chips = page.getByRole("list", { name: "Filters" }).getByRole("link");
        await expect(chips).toHaveCount(2);
        const chip = chips.filter({ hasText: words });
        await expect(chip).toHaveCount(1);

        await page.getByRole("combobox", { name: "Order" }).selectOption("oldest");
        await page.getByRole("button", { name: "Show" }).click();
        await expect(page).toHaveURL(/sort=oldest/);
        for (const pair of query.split("&")) expect(page.url()).toContain(pair);
        await expectRows(page, [...titles]);

        await chip.click();
        await expect(chips).toHaveText([`Remove the filter: application: ${app}`]);
        await expectRows(page, all);
        expect(new URL(page.url()).searchParams.get("app")).toBe(app);
        expect(page.url()).toContain("sort=oldest");
      });
    }

    test("narrows to an application and to bands of quality by the menus", async ({ page }) => {
      await page.goto("/sessions");
      await page.locator("summary").filter({ hasText: "Application" }).click();
      await page.getByLabel(app).check();
      await page.getByRole("button", { name: "Show" }).click();
      await expectRows(page, all);

      await page.locator("summary").filter({ hasText: "Quality" }).click();
      await page.getByRole("checkbox", { name: /^high/ }).check();
      await page.getByRole("checkbox", { name: /^not scored/ }).check();
      await page.getByRole("button", { name: "Show" }).click();
      await expectRows(page, ["Bare claim", "An endpoint", "Left alone"]);
      await expect(page.getByRole("list", { name: "Filters" }).getByRole("link")).toHaveText([
        `Remove the filter: application: ${app}`,
        "Remove the filter: quality: high",
        "Remove the filter: quality: not scored",
      ]);

      await page.getByRole("link", { name: "Clear filters" }).click();
      await expect(page).toHaveURL(/\/sessions\?view=all$/);
    });
  });
}

test("takes away one of several filters at a time", async ({ page }) => {
  await page.goto(listOf(`sd=${bare}&waiting=1&from=2026-03-01&open=TESTING&band=high`));
  await expectRows(page, ["Bare claim"]);
  const chips = page.getByRole("list", { name: "Filters" }).getByRole("link");
  await expect(chips).toHaveCount(6);
  await page.getByRole("link", { name: `only ${bare}` }).click();
  await expect(chips).toHaveCount(5);
  expect(page.url()).not.toContain("sd=");
  for (const pair of ["waiting=1", "from=2026-03-01", "open=TESTING", "band=high"]) {
    expect(page.url()).toContain(pair);
  }
});

test("finds a session by parts of words of its directive, its type or a sub-agent's summary", async ({
  page,
}) => {
  for (const [text, title] of [
    [bare.toLowerCase(), "Bare claim"],
    [bare.slice(-9).toLowerCase(), "Bare claim"],
    ["LAIM bar", "Bare claim"],
    ["two fai", "Failing tests"],
    ["endpoint api", "An endpoint"],
  ] as const) {
    await page.goto(listOf(new URLSearchParams({ q: text }).toString()));
    await expectRows(page, [title]);
    await expect(page.getByRole("searchbox")).toHaveValue(text);
  }
});

for (const sort of ["newest", "oldest", "quality-high", "quality-low", "progress-low"]) {
  test(`pages through filtered rows by ${sort}, each row once`, async ({ page }) => {
    // Those of the demo data, which no other test writes to.
    const apps = ["EHG", "EHG_Engineer", "EHG_Mobile"];
    const { data } = await agent()
      .from("exec_session_cards")
      .select("session_id")
      .or("quality_score.is.null,quality_score.lt.85,quality_score.gte.95")
      .in("target_application", apps);
    const ids = new Set(data?.map(({ session_id }) => `/sessions/${session_id}`));
    expect(ids.size).toBeGreaterThan(50);
    const query = new URLSearchParams([
      ...apps.map((name) => ["app", name]),
      ...["unscored", "needs", "moderate", "good", "excellent"].map((band) => ["band", band]),
    ]);
    const seen: string[] = [];
    await page.goto(`/sessions?sort=${sort}&${query}`);
    for (;;) {
      const links = page.locator("tbody tr a");
      seen.push(
        ...(await links.evaluateAll((all) => all.map((a) => a.getAttribute("href") ?? ""))),
      );
      const next = page.getByRole("link", { name: "Next", exact: true });
      if ((await next.count()) === 0) break;
      await page.goto((await next.getAttribute("href")) ?? "");
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(new Set(seen)).toEqual(ids);
  });
}

test("marks what needs attention, with the reasons as its name", async ({ page }) => {
  await page.goto(listOf(""));
  const row = (title: Title) => page.locator("tbody tr").filter({ hasText: title });
  for (const width of [1440, 360]) {
    await page.setViewportSize({ width, height: 800 });
    const mark = row("Bare claim").getByRole("img");
    await expect(mark).toBeVisible();
    await expect(mark).toHaveAccessibleName(
      "needs attention: 91 with nothing behind it, 3 required checkpoints open",
    );
    // What failed has its outcome: nobody needs to look.
    await expect(row("Failing tests").getByRole("img")).toHaveCount(0);
    const marked = await row("Bare claim").boundingBox();
    const other = await row("An endpoint").boundingBox();
    expect(marked?.height).toBe(other?.height);
  }
  await row("Bare claim").getByRole("img").click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Bare claim");
});

for (const [query, words] of [
  ["from=2026-02-30", "a day that there is not (2026-02-30)"],
  ["ended-to=99999-01-01", "a day that there is not (99999-01-01)"],
  ["agent=TESTING:MELTED", "a sub-agent result that Exhibit does not know (TESTING:MELTED)"],
  ["open=%7B%7D", "a checkpoint type that Exhibit does not know ({})"],
  ["band=great&band=high", "a band that Exhibit does not know (great)"],
  ["q=ab", "Search takes three characters or more (ab)"],
  ["quality-from=120", "no whole number from 0 to 100"],
  ["quality-from=80&quality-to=60", "The quality asked for begins above its end"],
  ["from=2026-11-02&to=2026-11-01", "The days asked for begin after their end"],
  ["stale=yes", "a value of stale that Exhibit does not know (yes)"],
] as const) {
  test(`says what it could not make of ?${query}`, async ({ page }) => {
    const response = await page.goto(`/sessions?${query}`);
    expect(response?.status()).toBe(200);
    await expect(page.getByRole("status").filter({ hasText: words })).toBeVisible();
    await expect(page.locator("tbody tr").first()).toBeVisible();
  });
}

test("takes the first and the last day that there are", async ({ page }) => {
  await page.goto("/sessions?from=0001-01-01&to=9999-12-31&ended-from=0001-01-01");
  await expect(page.locator("tbody tr")).toHaveCount(50);
});

test("the panel of more filters asks for several at once, and the address stays short", async ({
  page,
}) => {
  await page.goto(listOf("open=TESTING"));
  await page.locator("summary").filter({ hasText: "More" }).click();
  const group = (name: string) => page.getByRole("group", { name, exact: true });
  await group("Quality").getByLabel("from").fill("60");
  await group("Started").getByLabel("from").fill("2026-03-01");
  await group("Started").getByLabel("to").fill("2026-03-31");
  await page.getByRole("radio", { name: /^without evidence/ }).check();
  await page.getByRole("checkbox", { name: /^no verdict/ }).check();
  await page.getByRole("checkbox", { name: /^a high score with nothing behind it/ }).check();
  await page.getByRole("checkbox", { name: "waiting for review" }).check();
  await page.locator("details[open]").getByRole("button", { name: "Apply" }).click();
  await expectRows(page, ["Bare claim"]);
  expect(Object.fromEntries(new URL(page.url()).searchParams)).toEqual({
    ...{ app, open: "TESTING", sort: "newest", "quality-from": "60", waiting: "1" },
    ...{ from: "2026-03-01", to: "2026-03-31", evidence: "none", verdict: "none" },
    reason: "unbacked",
  });
});

test("says beside each value how many it would show, once that is known", async ({ page }) => {
  await page.goto(listOf(""));
  await page.locator("summary").filter({ hasText: "Status" }).click();
  for (const [status, count] of Object.entries({ active: 2, failed: 1, cancelled: 0 })) {
    await expect(page.getByRole("checkbox", { name: `${status} ${count}` })).toBeVisible();
  }
  await page.locator("summary").filter({ hasText: "Application" }).click();
  await expect(page.getByRole("checkbox", { name: `${app} 5` })).toBeVisible();
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("all but the counts is there, and more is asked for by the panel", async ({ page }) => {
    await page.goto(listOf(""));
    await expectRows(page, all);
    await page.locator("summary").filter({ hasText: "More" }).click();
    await page.getByRole("radio", { name: /^with screenshots/ }).check();
    await page.locator("details[open]").getByRole("button", { name: "Apply" }).click();
    await expectRows(page, ["Just begun"]);
  });
});

for (const { colorScheme, width } of looks) {
  test.describe(`${colorScheme} at ${width} px`, () => {
    test.use({ colorScheme, viewport: { width, height: 900 } });

    test("each menu of the filters has no finding", async ({ page }) => {
      await page.goto(listOf("status=active&quality-from=20&reason=unscored"));
      for (const name of ["Status", "Type", "Quality", "Application", "More"]) {
        // Not by clicks: the panel that is open lies over the next one's button.
        await page
          .locator("main details")
          .filter({ has: page.locator("summary", { hasText: name }) })
          .evaluate((each) => {
            (each as HTMLDetailsElement).open = true;
          });
        await expectAccessible(page, name, { targets: false });
      }
    });
  });
}

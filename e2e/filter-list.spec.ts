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
  "Left alone": { status: "active", started_at: new Date(Date.now() - 8 * DAY).toISOString() },
  "Just begun": { status: "active", quality_score: 80 },
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
    ] as const) {
      test(`shows only what ?${query} says, until that is taken away`, async ({ page }) => {
        await page.goto(listOf(query));
        await expectRows(page, [...titles]);
        const chip = page.getByRole("list", { name: "Other filters" }).getByRole("link");
        await expect(chip).toHaveCount(1);
        await expect(chip).toHaveText(words);

        await page.getByRole("combobox", { name: "Order" }).selectOption("oldest");
        await page.getByRole("button", { name: "Show" }).click();
        await expect(page).toHaveURL(/sort=oldest/);
        for (const pair of query.split("&")) expect(page.url()).toContain(pair);
        await expectRows(page, [...titles]);

        await chip.click();
        await expect(chip).toHaveCount(0);
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
      await page.getByLabel("high", { exact: true }).check();
      await page.getByLabel("not scored").check();
      await page.getByRole("button", { name: "Show" }).click();
      await expectRows(page, ["Bare claim", "An endpoint", "Left alone"]);
      await expect(page.getByRole("list", { name: "Other filters" })).toHaveCount(0);

      await page.getByRole("link", { name: "Clear filters" }).click();
      await expect(page).toHaveURL(/\/sessions$/);
    });
  });
}

test("takes away one of several filters at a time", async ({ page }) => {
  await page.goto(listOf(`sd=${bare}&waiting=1&from=2026-03-01&open=TESTING&band=high`));
  await expectRows(page, ["Bare claim"]);
  const chips = page.getByRole("list", { name: "Other filters" }).getByRole("link");
  await expect(chips).toHaveCount(4);
  await page.getByRole("link", { name: `only ${bare}` }).click();
  await expect(chips).toHaveCount(3);
  expect(page.url()).not.toContain("sd=");
  for (const pair of ["waiting=1", "from=2026-03-01", "open=TESTING", "band=high"]) {
    expect(page.url()).toContain(pair);
  }
});

test("finds a directive by a part of its id, its title or its PRD, in any case", async ({
  page,
}) => {
  for (const text of [bare.toLowerCase(), bare.slice(-9).toLowerCase(), "BARE claim"]) {
    await page.goto(listOf(new URLSearchParams({ directive: text }).toString()));
    await expectRows(page, ["Bare claim"]);
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
  await page.goto("/sessions?from=2026-11-02&to=2026-11-01");
  await expect(page.getByText("No session matches these filters")).toBeVisible();
});

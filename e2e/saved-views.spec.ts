import { expectAccessible, looks } from "./support/looks.ts";
import { newReviewer } from "./support/people.ts";
import { agent, enter, expect, type Page, test } from "./support/world.ts";

// Each test signs in somebody of its own: a default view would meet other specs.
test.use({ role: null });

type Person = Awaited<ReturnType<typeof newReviewer>>;

async function somebody(page: Page, path = "/sessions"): Promise<Person> {
  const person = await newReviewer("Vera Views");
  await enter(page, person.email, person.password, path);
  return person;
}

const menu = (page: Page) => page.locator("summary").filter({ hasText: /^View/ });
const panel = (page: Page) => page.locator("details").filter({ has: menu(page) });
const view = (page: Page, name: string | RegExp) =>
  panel(page).getByRole("list", { name: "Views" }).getByRole("link", { name });

async function save(page: Page, name: string) {
  await menu(page).click();
  await panel(page).getByLabel("Save what is shown as").fill(name);
  await panel(page).getByRole("button", { name: "Save view" }).click();
}

async function viewsOf({ id }: Person) {
  const { data } = await agent()
    .from("exec_saved_views")
    .select("list, name, query, is_default")
    .eq("user_id", id)
    .order("name");
  return data;
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("a view is saved, changed, renamed and deleted", async ({ page }) => {
      const me = await somebody(page, "/sessions?status=failed&sort=oldest");
      await expect(menu(page)).toHaveText("View Not saved", { useInnerText: true });
      await save(page, "My failures");
      await expect(page).toHaveURL(/\?status=failed&sort=oldest&view=[0-9a-f-]{36}$/);
      await expect(menu(page)).toHaveText(/^View\s*My failures$/);
      await expect(page.getByText("The view My failures is saved.")).toBeVisible();

      await page.locator("summary").filter({ hasText: "Type" }).click();
      await page.getByRole("checkbox", { name: /^API endpoint/ }).check();
      await page.getByRole("button", { name: "Show" }).click();
      await expect(page).toHaveURL(/type=API_ENDPOINT/);
      await expect(menu(page)).toHaveText(/My failures, changed$/);
      await menu(page).click();
      await expect(view(page, /My failures/)).toHaveText(/as saved/);
      await panel(page).getByRole("button", { name: "Update to what is shown" }).click();
      await expect(menu(page)).toHaveText(/My failures$/);
      const query = "status=failed&type=API_ENDPOINT&sort=oldest";
      expect(await viewsOf(me)).toMatchObject([{ name: "My failures", query }]);

      if (!(await panel(page).getByText("Rename…").isVisible())) await menu(page).click();
      await panel(page).getByText("Rename…").click();
      await panel(page).getByLabel("New name").fill("Failed endpoints");
      await panel(page).getByRole("button", { name: "Rename", exact: true }).click();
      await expect(menu(page)).toHaveText(/Failed endpoints$/);

      if (!(await view(page, "All sessions").isVisible())) await menu(page).click();
      await view(page, "All sessions").click();
      await expect(page).toHaveURL(/\/sessions\?view=all$/);
      await expect(menu(page)).toHaveText(/All$/);
      await menu(page).click();
      await view(page, "Failed endpoints").click();
      await expect(page).toHaveURL(new RegExp(`${query}&view=`));

      await menu(page).click();
      await panel(page).getByRole("button", { name: "Delete" }).click();
      await expect(page).toHaveURL(new RegExp(`${query}$`));
      await expect(menu(page)).toHaveText(/Not saved$/);
      expect(await viewsOf(me)).toEqual([]);
    });

    test("the default view is what the bare list opens, and filters can be cleared", async ({
      page,
    }) => {
      const me = await somebody(page, "/directives?priority=high");
      await save(page, "Urgent");
      await expect(page).toHaveURL(/view=/);
      await menu(page).click();
      await panel(page).getByRole("button", { name: "Make it the default" }).click();
      await expect(page.getByText("The list opens with this view now.")).toBeVisible();
      expect(await viewsOf(me)).toMatchObject([{ list: "directives", is_default: true }]);

      await page.goto("/");
      await page
        .getByRole("navigation", { name: "Main" })
        .getByRole("link", { name: "Directives" })
        .click();
      await expect(page).toHaveURL(/\/directives\?priority=high&view=/);
      await expect(menu(page)).toHaveText(/Urgent$/);
      // The other list has none.
      await page.goto("/sessions");
      await expect(page).toHaveURL(/\/sessions$/);

      await page.goto("/directives");
      await page.getByRole("link", { name: "Clear filters" }).first().click();
      await expect(page).toHaveURL(/\/directives\?view=all$/);
      await page.goto("/directives?status=active");
      await page.getByRole("button", { name: "Show" }).click();
      await expect(page).not.toHaveURL(/priority/);

      await page.goto("/directives");
      await menu(page).click();
      await panel(page).getByRole("button", { name: "Not the default any more" }).click();
      await expect(page.getByText("The list opens with all.")).toBeVisible();
      await page.goto("/directives");
      await expect(page).toHaveURL(/\/directives$/);
    });
  });
}

test("a name that is taken, and one that is missing, are refused in words", async ({ page }) => {
  const me = await somebody(page, "/sessions?stale=1");
  await save(page, "Stale");
  await expect(page).toHaveURL(/view=/);
  await save(page, "STALE");
  await expect(panel(page).getByText("You have a view of that name already.")).toBeVisible();
  await expect(panel(page).getByLabel("Save what is shown as")).toHaveValue("STALE");
  await panel(page).getByLabel("Save what is shown as").fill(" ");
  await panel(page).getByRole("button", { name: "Save view" }).click();
  await expect(panel(page).getByText("Give it a name.")).toBeVisible();
  expect(await viewsOf(me)).toHaveLength(1);
});

test("an address is shared with its filters, whoever the view belongs to", async ({
  page,
  browser,
}) => {
  await somebody(page, "/sessions?status=paused&sort=quality-low");
  await save(page, "Private matters");
  await expect(page).toHaveURL(/view=/);
  const address = page.url();

  const other = await browser.newPage({ baseURL: process.env.E2E_URL });
  await somebody(other);
  await other.goto(address);
  await expect(menu(other)).toHaveText(/Not saved$/);
  await expect(other.getByText("Private matters")).toHaveCount(0);
  await expect(other.getByRole("list", { name: "Filters" })).toHaveText(/paused/);
  await expect(other.getByRole("combobox", { name: "Order" })).toHaveValue("quality-low");
  await other.close();
});

test("what the database holds of a view is read as any address is", async ({ page }) => {
  const me = await somebody(page);
  const row = { user_id: me.id, list: "sessions", name: "Odd <b>view</b>", is_default: true };
  const query = "status=melted&after=x&view=all#/../../team?x=<script>&sort=//evil.example";
  const { error } = await agent()
    .from("exec_saved_views")
    .insert({ ...row, query });
  expect(error).toBeNull();
  await page.goto("/sessions");
  await expect(page).toHaveURL(/\/sessions\?view=[0-9a-f-]{36}$/);
  await expect(menu(page)).toHaveText(/Odd <b>view<\/b>$/);
  await expect(page.locator("tbody tr").first()).toBeVisible();
});

for (const { colorScheme, width } of looks) {
  test.describe(`${colorScheme} at ${width} px`, () => {
    test.use({ colorScheme, viewport: { width, height: 900 } });

    test("the menu has no finding, empty and with an open view that was changed", async ({
      page,
    }) => {
      await somebody(page, "/directives");
      await menu(page).click();
      await expectAccessible(page, page.url(), { targets: false });
      await page.goto("/sessions?status=active");
      await save(page, "A view with a name that is as long as names may well be");
      await expect(page).toHaveURL(/view=/);
      await page.goto(`${page.url()}&stale=1`);
      await menu(page).click();
      await panel(page).getByText("Rename…").click();
      await expectAccessible(page, page.url(), { targets: false });
    });
  });
}

import { expect, newSession, test } from "./support/world.ts";

test("demos play or open only when somebody says so, and only where that is safe", async ({
  page,
}) => {
  const { id } = await newSession({
    demo_urls: [
      "/demo/no-such-film.mp4",
      "https://demo.example.com/app",
      "https://www.loom.com/share/0123456789abcdef0123456789abcdef",
      "https://youtu.be/dQw4w9WgXcQ",
      "https://loom.com@evil.example/share",
      "/demo/checkout-flow.html",
    ],
  });
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.route(/demo\.example\.com|loom\.com/, (route) =>
    route.fulfill({ contentType: "text/html", body: "<h1>What was built</h1>" }),
  );
  const response = await page.goto(`/sessions/${id}`);
  const policy = response?.headers()["content-security-policy"];
  expect(policy).toContain("frame-src https://www.loom.com https://demo.example.com;");
  const demos = page.getByRole("list", { name: "Demos" }).getByRole("listitem");
  await expect(demos).toHaveCount(6);
  await expect(page.locator("video")).toHaveAttribute("preload", "none");
  await expect(page.locator("iframe")).toHaveCount(0);
  const early = () =>
    asked.filter((url) => !url.includes("/_next/") && /film|demo\.example|loom/.test(url));
  expect(early()).toEqual([]);

  await demos
    .nth(1)
    .getByRole("button", { name: /^Show it here/ })
    .click();
  await expect(page.frameLocator("iframe").getByText("What was built")).toBeVisible();
  const frame = page.locator("iframe");
  await expect(frame).toHaveAttribute("src", "https://demo.example.com/app");
  await expect(frame).toHaveAttribute("sandbox", "allow-scripts allow-same-origin allow-forms");
  await expect(frame).toHaveAttribute("referrerpolicy", "no-referrer");
  await demos.nth(2).getByRole("button").click();
  await expect(frame.last()).toHaveAttribute(
    "src",
    "https://www.loom.com/embed/0123456789abcdef0123456789abcdef",
  );
  for (const [index, host] of [
    [3, "on youtu.be"],
    [4, "on evil.example"],
  ] as const) {
    await expect(demos.nth(index)).toContainText(host);
    await expect(demos.nth(index).getByRole("button")).toHaveCount(0);
  }
  await expect(demos.last().getByRole("link")).toHaveAttribute("href", "/demo/checkout-flow.html");

  // The two frames alone.
  await expect.poll(() => early().length).toBe(2);
  await page.locator("video").evaluate((video: HTMLVideoElement) => video.play().catch(() => {}));
  await expect(demos.first().getByText("This film does not play here")).toBeVisible();
});

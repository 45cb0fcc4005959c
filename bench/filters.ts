// Every filter of the lists, each by itself with every order, and some of them together.
const daysAgo = (days: number) =>
  new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);

/** As addresses name them: of each filter what many sessions pass and what few do. */
const sessionFilters = [
  "",
  ...["active", "paused", "completed", "failed", "cancelled"].map((each) => `status=${each}`),
  "status=active&status=paused",
  ...["UI_COMPONENT", "SYSTEM_TOOLING"].map((each) => `type=${each}`),
  ...["EHG", "EHG_Console"].map((each) => `app=${each}`),
  ...["excellent", "high", "good", "moderate", "needs", "unscored"].map((each) => `band=${each}`),
  "orchestrator=EXEC_IMPLEMENTATION_EXCELLENCE_ORCHESTRATOR_v1.0",
  "orchestrator=EXEC_FAST_LANE_ORCHESTRATOR_v2.0",
  ...["approve", "request_changes", "none"].map((each) => `verdict=${each}`),
  ...["low_quality", "agent_failed", "required_open", "unscored", "gate_missing"].map(
    (each) => `reason=${each}`,
  ),
  ...["any", "pictures", "demos", "none"].map((each) => `evidence=${each}`),
  "quality-from=80&quality-to=85",
  "quality-from=99",
  "coverage-from=50",
  "coverage-from=99",
  "progress-to=20",
  "progress-from=95&progress-to=99",
  `from=${daysAgo(300)}`,
  `from=${daysAgo(40)}&to=${daysAgo(39)}`,
  `ended-from=${daysAgo(300)}`,
  `ended-from=${daysAgo(40)}&ended-to=${daysAgo(39)}`,
  "stale=1",
  "waiting=1",
  "agent=TESTING:FAIL",
  "open=SECURITY",
  "scored=security",
  "q=chromatic",
  "q=invoices",
  "q=workspace",
  "q=000400",
];
export const sessionSorts = [
  "newest",
  "oldest",
  "quality-high",
  "quality-low",
  "progress-high",
  "progress-low",
];

const directiveFilters = [
  "",
  ...["active", "implementation_review_required"].map((each) => `status=${each}`),
  ...["critical", "medium"].map((each) => `priority=${each}`),
  ...["EHG", "EHG_Console"].map((each) => `app=${each}`),
  ...["active", "completed", "none"].map((each) => `session=${each}`),
  "type=UI_COMPONENT",
  "directive=chromatic",
  "directive=invoices",
  "directive=000400",
];
const directiveSorts = [
  "recent",
  "quiet",
  "priority",
  "quality-high",
  "quality-low",
  "progress-high",
  "progress-low",
  "id",
];

const asked = (path: string, ...parts: string[]) => {
  const query = parts.filter(Boolean).join("&");
  return query ? `${path}?${query}` : path;
};

/** One filter, one order. Of sessions the order is put into what the list without one reads. */
export const sessionLists = sessionFilters.map((filter) => asked("/sessions", filter));
export const directiveLists = directiveFilters.flatMap((filter) =>
  directiveSorts.map((sort) => asked("/directives", filter, `sort=${sort}`)),
);

/** What people ask for together, and what is meant to be hard: much to pass over before a page is full. */
const together = [
  "status=completed&app=EHG_Console",
  "status=completed&verdict=none&evidence=none",
  "status=failed&evidence=none&band=excellent",
  "status=active&stale=1&reason=agent_failed",
  "status=paused&quality-from=99",
  "type=UI_COMPONENT&band=needs&verdict=request_changes",
  "type=API_ENDPOINT&open=SECURITY&evidence=demos",
  "app=EHG_Mobile&coverage-from=99&progress-to=99",
  "orchestrator=EXEC_FAST_LANE_ORCHESTRATOR_v2.0&status=cancelled&evidence=none",
  "reason=low_quality&verdict=request_changes",
  "reason=gate_missing&agent=TESTING:FAIL",
  "q=invoices&status=failed",
  "q=workspace&status=cancelled&quality-from=99",
  "q=workspace invoices",
  "q=sign-in&band=unscored&evidence=demos",
  "waiting=1&app=EHG_Console&evidence=none",
  `from=${daysAgo(40)}&to=${daysAgo(39)}&band=excellent&evidence=demos`,
  `ended-from=${daysAgo(300)}&status=failed&coverage-from=99`,
];
export const combinedLists = together.map((filters) => asked("/sessions", filters));

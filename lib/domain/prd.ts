/** Those that are known; the column is free text. In the order in which a PRD goes through them. */
export const prdStatuses = [
  "draft",
  "planning",
  "in_progress",
  "testing",
  "verification",
  "approved",
  "completed",
  "on_hold",
  "rejected",
  "cancelled",
  "archived",
] as const;

/** The columns that hold whatever JSON an agent wrote. */
export const prdLists = [
  "functional_requirements",
  "acceptance_criteria",
  "test_scenarios",
  "exec_checklist",
  "validation_checklist",
  "plan_validation",
] as const;

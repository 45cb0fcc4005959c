import type { Refusal } from "./refusal";

const bounded = "must be a whole number from 0 to 100";

/** Each constraint of the database, for people. What needs more of the situation is explained where it arises. */
export const constraints: Record<string, string> = {
  exec_implementation_sessions_sd_id_status_key:
    "This directive already has a session in that status. It can have one in each.",
  idx_exec_sessions_sd_active: "This directive already has an active session. It can have one.",
  exec_implementation_sessions_prd_id_fkey: "There is no such PRD any more.",
  exec_implementation_sessions_implementation_type_check:
    "There is no such type of implementation.",
  exec_implementation_sessions_status_check: "There is no such status of a session.",
  exec_implementation_sessions_quality_score_check: `The quality score ${bounded}.`,
  exec_implementation_sessions_code_quality_score_check: `The code quality score ${bounded}.`,
  exec_implementation_sessions_performance_score_check: `The performance score ${bounded}.`,
  exec_implementation_sessions_security_score_check: `The security score ${bounded}.`,
  exec_implementation_sessions_ux_accessibility_score_check: `The UX/accessibility score ${bounded}.`,
  exec_implementation_sessions_implementation_progress_check: `Progress ${bounded}.`,
  exec_implementation_sessions_test_coverage_pct_check: `Test coverage ${bounded}.`,
  exec_quality_checkpoints_session_id_checkpoint_name_key:
    "This session already has a checkpoint of that name.",
  exec_quality_checkpoints_checkpoint_type_check: "There is no such type of checkpoint.",
  exec_quality_checkpoints_score_check: `The score ${bounded}.`,
  exec_sub_agent_activations_sub_agent_type_check: "There is no such type of sub-agent.",
  exec_sub_agent_activations_execution_status_check: "There is no such outcome of a sub-agent.",
  exec_sub_agent_activations_severity_check: "There is no such severity.",
  exec_sub_agent_activations_quality_score_check: `The score ${bounded}.`,
  exec_handoff_preparations_handoff_status_check: "There is no such status of a hand-off.",
  exec_session_reviews_verdict_check: "There is no such verdict.",
  exec_session_reviews_body_check: "A verdict has room for 20,000 characters.",
  exec_session_reviews_code_quality_score_check: `The code quality score ${bounded}.`,
  exec_session_reviews_performance_score_check: `The performance score ${bounded}.`,
  exec_session_reviews_security_score_check: `The security score ${bounded}.`,
  exec_session_reviews_ux_accessibility_score_check: `The UX/accessibility score ${bounded}.`,
  exec_review_assignments_state_check: "There is no such state of a review.",
  exec_review_assignments_reviewer_key: "Somebody else has this review already.",
  exec_review_assignments_session_id_reviewer_id_key: "This person has this review already.",
  exec_evidence_pairings_check: "A pair needs a picture at least.",
  exec_evidence_pairings_before_key: "Somebody else has paired this picture meanwhile.",
  exec_evidence_pairings_after_key: "Somebody else has paired this picture meanwhile.",
  exec_evidence_pins_x_check: "A comment stands at a point of the picture.",
  exec_evidence_pins_y_check: "A comment stands at a point of the picture.",
  exec_evidence_pins_body_check: "A comment needs words, 2,000 characters at most.",
  exec_checkpoint_waivers_checkpoint_id_key: "This checkpoint is waived already.",
  exec_checkpoint_waivers_reason_check: "A waiver needs a reason, of 2,000 characters at most.",
  exec_saved_views_user_id_fkey: "Your account is gone.",
  exec_saved_views_list_check: "There is no such list to keep a view of.",
  exec_saved_views_name_check: "A view needs a name, of 60 characters at most.",
  exec_saved_views_query_check: "This asks for more than a view has room for. Take a filter away.",
  exec_saved_views_name_key: "You have a view of that name already.",
  exec_saved_views_default_key: "Another view became the default meanwhile.",
  strategic_directives_v2_pkey: "There is already a directive with this id.",
  strategic_directives_v2_progress_check: `Progress ${bounded}.`,
  product_requirements_v2_pkey: "There is already a PRD with this id.",
  product_requirements_v2_sd_id_key: "This directive already has its PRD.",
  product_requirements_v2_progress_check: `Progress ${bounded}.`,
  team_members_pkey: "This person is in the team already.",
  team_members_role_check: "There is no such role.",
  team_members_user_id_fkey: "This account is gone. Invite the person again.",
};

/** By how the name ends, where that means the same in every table. */
const endings: Record<string, string> = {
  _session_id_fkey: "This session was deleted meanwhile.",
  _sd_id_fkey: "There is no such directive any more.",
  _checkpoint_id_fkey: "This checkpoint was deleted meanwhile.",
  _reviewer_id_fkey: "This person’s account is gone.",
  _assigned_by_fkey: "Your account is gone.",
  _waived_by_fkey: "Your account is gone.",
  _paired_by_fkey: "Your account is gone.",
  _author_id_fkey: "Your account is gone.",
  _pkey: "This was sent before, and is there already.",
};

/** By the word that our own functions refuse with. */
const words: Record<string, string> = {
  not_allowed: "Your role was changed meanwhile, and does not allow this any more.",
  gone: "This was deleted meanwhile.",
  moved: "Somebody else was faster. Look at what is there now, then decide again.",
  no_step: "This step is not possible from where it stands.",
  prd_of_other: "This PRD belongs to another directive.",
  not_completed: "The session is not completed, so there is nothing to approve or send back yet.",
  not_waiting: "This session does not wait for review any more.",
  too_many: "At most 100 reviews can be given to somebody at once.",
  no_reviewer: "Only reviewers and admins can be given a review.",
  waiver_ended: "A waiver has to end on a day to come.",
  file_retiring: "One of these files is just being removed. Send them again in a moment.",
  too_many_views: "You have 50 views, which is all there is room for. Delete one first.",
  last_admin: "This is the last admin. Make another member an admin first.",
};

/** Why the database refused, in a sentence for people. */
export function refusalWords({ code, message, constraint }: Refusal): string {
  if (Object.hasOwn(words, message)) return words[message] ?? "";
  if (Object.hasOwn(constraints, constraint)) return constraints[constraint] ?? "";
  const ending = Object.keys(endings).find((end) => constraint.endsWith(end));
  if (ending) return endings[ending] ?? "";
  if (code.startsWith("40")) return "Two writes met each other. Nothing was changed; try again.";
  if (code === "23505") return "There is one of these already.";
  if (code === "23503") return "Something that this belongs to is gone.";
  if (code === "23502") return "Something that has to be there is missing.";
  return "The database does not take this value. Nothing was changed.";
}

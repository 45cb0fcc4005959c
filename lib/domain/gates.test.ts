import { expect, it } from "vitest";
import { mergeGates, openRequired } from "./gates";
import { checkpoint } from "./gates.fixture";

it("is the union by name, each once", () => {
  const gates = mergeGates(
    ["Code review", "Load test", "Code review"],
    [checkpoint("Docs"), checkpoint("Code review", { complete: true })],
  );
  expect(gates.map(({ name, state }) => [name, state])).toEqual([
    ["Code review", "met"],
    ["Load test", "missing"],
    ["Docs", "open"],
  ]);
});

it("takes an array that holds nulls", () => {
  expect(mergeGates([null, "A"], [])).toEqual([{ name: "A", state: "missing", checkpoint: null }]);
});

it("knows which required checkpoints are open", () => {
  const gates = mergeGates(
    ["Nobody's"],
    [checkpoint("A"), checkpoint("B", { required: false }), checkpoint("C", { complete: true })],
  );
  expect(openRequired(gates).map(({ name }) => name)).toEqual(["A"]);
});

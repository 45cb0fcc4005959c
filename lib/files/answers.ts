import "server-only";
import { BackendError } from "@/lib/errors";
import { Refusal } from "@/lib/refusal";
import { refusalWords } from "@/lib/refusal-words";
import { Rejection } from "./rejection";

/** What went wrong with an upload, for the one who sent it. What only we can mend stays in the log. */
export function failureOf(error: unknown): { status: number; message: string } {
  if (error instanceof Rejection) return error;
  if (error instanceof Refusal) {
    const status = Number(/^PT(4\d\d)$/.exec(error.code)?.[1] ?? 409);
    return { status, message: refusalWords(error) };
  }
  console.error("upload:", error);
  if (error instanceof BackendError) {
    return {
      status: 503,
      message: "Exhibit cannot reach its backend just now. Nothing was kept; try again.",
    };
  }
  return { status: 500, message: "The files could not be taken. Nothing was kept; try again." };
}

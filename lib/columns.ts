import "server-only";
import { cookies } from "next/headers";
import { type Column, columnsOf, keptColumns } from "./domain/columns";
import { env } from "./env";

const name = "exhibit-columns";
const YEAR = 365 * 86_400;

/** The columns of the list of sessions as this browser keeps them. */
export async function readColumns(): Promise<Column[]> {
  return columnsOf((await cookies()).get(name)?.value);
}

export async function keepColumns(chosen: readonly Column[]): Promise<void> {
  (await cookies()).set(name, keptColumns(chosen), {
    maxAge: YEAR,
    httpOnly: true,
    sameSite: "lax",
    secure: env().appUrl.startsWith("https:"),
  });
}

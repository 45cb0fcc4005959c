import { z } from "zod";
import { JSON_LIMIT, textToJson } from "./domain/json-text";
import { safeUrl } from "./domain/links";

/** What forms send, as values: everything comes as text, "" for what was left empty. */

const printable = (text: string) => text.isWellFormed() && !text.includes("\0");
const tidy = (text: string) => text.replace(/\r\n?/g, "\n").trim();

const text = (most: number) =>
  z
    .string()
    .transform(tidy)
    .refine(printable, "This holds characters that cannot be saved.")
    .refine(
      // As the database counts: by characters, of which some are two here.
      (value) => value.length <= most || [...value].length <= most,
      `Use ${most.toLocaleString("en-GB")} characters or fewer.`,
    );

/** Text that must be there. */
export const required = (most: number, missing: string) =>
  text(most).refine((value) => value !== "", missing);

/** Text, or null where it was left empty. */
export const optional = (most: number) =>
  text(most)
    .transform((value) => value || null)
    .default(null);

/** Text that may be empty, where the form has such a field. */
export const given = (most: number) => text(most).optional();

/** An id that a person chooses: its address is the id itself, and it reads the same everywhere. */
export const newId = (most: number, example: string) =>
  required(most, "Give it an id.")
    .refine(
      (id) => /^[A-Za-z][A-Za-z0-9]*(-[A-Za-z0-9]+)*$/.test(id),
      `Use letters, digits and single hyphens, such as ${example}.`,
    )
    .transform((id) => id.toUpperCase());

/** A JSON value, edited as text, where the form has such a field: see `textToJson`. */
export const jsonText = text(JSON_LIMIT)
  .superRefine((value, { addIssue }) => {
    const read = textToJson(value);
    if ("error" in read) addIssue({ code: "custom", message: read.error });
  })
  .optional();

/** Lines of text, without the empty ones. */
export const lines = (most: number, each: number) =>
  text(most * (each + 1))
    .transform((value) =>
      [...new Set(value.split("\n").map((line) => line.trim()))].filter(Boolean),
    )
    .refine((all) => all.length <= most, `Use ${most} lines or fewer.`)
    .refine(
      (all) => all.every((line) => line.length <= each),
      `Use ${each} characters a line or fewer.`,
    );

/** Names of quality gates. */
export const gateNames = lines(100, 200);

/** 0 to 100, or null where it was left empty. */
export const percent = z
  .string()
  .trim()
  .refine((value) => value === "" || (/^\d{1,3}$/.test(value) && Number(value) <= 100), {
    message: "Enter a whole number from 0 to 100, or leave it empty.",
  })
  .transform((value) => (value === "" ? null : Number(value)));

/** An address that a page may link to, or null where it was left empty. */
export const link = text(2000)
  .refine(
    (value) => value === "" || safeUrl(value) !== null,
    "Enter an address that begins with https://, http:// or /.",
  )
  .transform((value) => value || null)
  .default(null);

/** An address exactly as an agent wrote it: only compared with what is there, never opened. */
export const writtenUrl = z.string().max(500_000).refine(printable);

/** How far from one edge to the other, 0 to 1. */
export const share = z
  .string()
  .regex(/^[01](\.\d{1,20})?$/, "Choose a point of the picture.")
  .transform(Number)
  .refine((value) => value <= 1, "Choose a point of the picture.");

/** A box that may be ticked: then, and only then, it is sent. */
export const ticked = z
  .literal("on")
  .optional()
  .transform((value) => value === "on");

/** One or several values of the same name, or none. */
export const several = <T extends z.ZodType>(each: T, most: number) =>
  z.preprocess((value) => (value === undefined ? [] : [value].flat()), z.array(each).max(most));

/** As accounts have it: in lower case. */
export const email = z
  .string()
  .trim()
  .toLowerCase()
  .pipe(z.email("Enter an email address, such as name@example.com.").max(255));

/** What a person is called. */
export const personName = required(100, "Enter a name.");

export const uuid = z.guid("This form is damaged. Open the page again.");

/** The newest event that the form's page showed. */
export const seen = z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER);

/** A day to come, "2026-11-30": through to its end, UTC. */
export const dayToCome = z
  .string()
  .refine((value) => z.iso.date().safeParse(value).success, "Choose a day.")
  .transform((value) => `${value}T23:59:59Z`)
  .refine((value) => Date.parse(value) > Date.now(), "Choose a day to come.")
  .refine(
    (value) => Date.parse(value) < Date.now() + 366 * 86_400_000,
    "Choose a day within a year.",
  );

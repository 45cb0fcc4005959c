import { isAbsolute } from "node:path";
import { z } from "zod";

/**
 * What Exhibit needs to know, and the names that people give it. Parsed here and nowhere else:
 * by the start command before anything runs, and by the app at its first request.
 */
const schema = z.object({
  url: z.url({ protocol: /^https?$/ }).transform(withoutSlash),
  publishableKey: z
    .string()
    .min(1)
    .refine((key) => !isSecret(key), "holds a secret key, which must never be public"),
  secretKey: z
    .string()
    .min(1)
    .refine((key) => !isPublishable(key), "holds a publishable key, which cannot write"),
  /** Where people reach the app, e.g. https://exhibit.example.com. Links in mails lead there. */
  appUrl: z.url({ protocol: /^https?$/ }).transform(withoutSlash),
  /** Whether the backend can send mail, so that a forgotten password can be reset. */
  mail: z.enum(["on", "off"]),
  /** Whether a proxy of ours stands in front and says from where a request came. */
  proxy: z.enum(["on", "off"]),
  /** Whom somebody without access should ask. */
  contact: z.string().min(1).max(200).optional(),
  /** Of whose pages a demo may open in a frame, each as an address would name it. */
  frameHosts: z
    .string()
    .transform((text) => text.split(",").flatMap((host) => host.trim() || []))
    .pipe(
      z
        .array(
          z
            .string()
            .transform((host) => hostOf(host) ?? "")
            .pipe(z.string().min(1)),
        )
        .max(50),
    ),
  /** The folder that keeps files of evidence; without one the project's Storage does. */
  files: z
    .string()
    .refine((path) => isAbsolute(path), "is not the whole path of a folder")
    .optional(),
});

export type Env = z.infer<typeof schema>;

const sources = {
  url: ["NEXT_PUBLIC_SUPABASE_URL"],
  publishableKey: ["NEXT_PUBLIC_SUPABASE_PUBLISHABLE_KEY", "NEXT_PUBLIC_SUPABASE_ANON_KEY"],
  secretKey: ["SUPABASE_SECRET_KEY", "SUPABASE_SERVICE_ROLE_KEY"],
  appUrl: ["EXHIBIT_URL"],
  mail: ["EXHIBIT_MAIL"],
  proxy: ["EXHIBIT_PROXY"],
  contact: ["EXHIBIT_CONTACT"],
  frameHosts: ["EXHIBIT_FRAME_HOSTS"],
  files: ["EXHIBIT_FILES"],
} as const satisfies Record<keyof Env, readonly string[]>;

const advice: Record<keyof Env, string> = {
  url: "Set it to the project's URL, for example https://abcdefgh.supabase.co.",
  publishableKey: "Copy the publishable (or anon) key from the project's API settings.",
  secretKey: "Copy the secret (or service_role) key from the project's API settings.",
  appUrl: "Set it to the address people open, for example https://exhibit.example.com.",
  mail: 'Set it to "on" or "off".',
  proxy: 'Set it to "on" or "off".',
  contact: "Set it to a name or an address, or leave it out.",
  frameHosts: "List host names with commas between, for example loom.com,demo.example.com.",
  files: "Set it to the whole path of a folder, or leave it out to use the project's Storage.",
};

export class EnvError extends Error {
  name = "EnvError";
}

type Source = Record<string, string | undefined>;

/** Whether the environment names a Supabase project; if not, the embedded one is meant. */
export function namesProject(source: Source): boolean {
  return [...sources.url, ...sources.publishableKey, ...sources.secretKey].some((name) =>
    source[name]?.trim(),
  );
}

/** @throws {EnvError} naming each variable that is missing or wrong, and what to do. Never its value. */
export function parseEnv(source: Source): Env {
  const read = (key: keyof Env) =>
    sources[key].map((name) => source[name]?.trim()).find((value) => value);
  const result = schema.safeParse({
    url: read("url"),
    publishableKey: read("publishableKey"),
    secretKey: read("secretKey"),
    appUrl: read("appUrl") ?? `http://localhost:${source.PORT ?? 3000}`,
    mail: read("mail") ?? "off",
    proxy: read("proxy") ?? "off",
    contact: read("contact"),
    frameHosts: read("frameHosts") ?? "",
    files: read("files"),
  });
  if (result.success) return result.data;
  const lines = result.error.issues.map((issue) => {
    const key = issue.path[0] as keyof Env;
    const given = sources[key].find((name) => source[name]?.trim());
    const problem = issue.code === "custom" ? issue.message : "is not valid";
    return given
      ? `${given} ${problem}. ${advice[key]}`
      : `${sources[key].join(" or ")} is not set. ${advice[key]}`;
  });
  throw new EnvError(lines.join("\n"));
}

let cached: Env | undefined;

/** Read as a whole object, so that no value is built into the app. */
export function env(): Env {
  cached ??= parseEnv(process.env);
  return cached;
}

function withoutSlash(url: string) {
  return url.replace(/\/+$/, "");
}

/** "Demo.example.com:8443" as a browser names it; null for what is more or less than a host. */
function hostOf(text: string): string | null {
  if (/[^\p{L}\p{N}.:-]|\.$/u.test(text) || !URL.canParse(`https://${text}`)) return null;
  const { href, host } = new URL(`https://${text}`);
  return href === `https://${host}/` ? host : null;
}

function isSecret(key: string) {
  return key.startsWith("sb_secret_") || jwtRole(key) === "service_role";
}

function isPublishable(key: string) {
  return key.startsWith("sb_publishable_") || jwtRole(key) === "anon";
}

function jwtRole(key: string): unknown {
  try {
    return JSON.parse(Buffer.from(key.split(".")[1] ?? "", "base64url").toString()).role;
  } catch {
    return undefined;
  }
}

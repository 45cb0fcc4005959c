import { describe, expect, test } from "vitest";
import { EnvError, namesProject, parseEnv } from "./env.ts";

const jwt = (role: string) =>
  `eyJhbGciOiJIUzI1NiJ9.${Buffer.from(JSON.stringify({ role })).toString("base64url")}.c2ln`;

const whole = {
  NEXT_PUBLIC_SUPABASE_URL: "https://abcdefgh.supabase.co",
  NEXT_PUBLIC_SUPABASE_PUBLISHABLE_KEY: "sb_publishable_one",
  SUPABASE_SECRET_KEY: "sb_secret_two",
};

function refusal(source: Record<string, string | undefined>): string {
  try {
    parseEnv(source);
  } catch (error) {
    expect(error).toBeInstanceOf(EnvError);
    return (error as Error).message;
  }
  throw new Error("It was taken.");
}

describe("what is given", () => {
  test("is read, the rest has a default", () => {
    expect(parseEnv(whole)).toEqual({
      url: "https://abcdefgh.supabase.co",
      publishableKey: "sb_publishable_one",
      secretKey: "sb_secret_two",
      appUrl: "http://localhost:3000",
      mail: "off",
      proxy: "off",
      contact: undefined,
      frameHosts: [],
    });
    expect(
      parseEnv({
        ...whole,
        EXHIBIT_URL: "https://exhibit.example.com",
        EXHIBIT_MAIL: "on",
        EXHIBIT_CONTACT: "the platform team",
        EXHIBIT_FRAME_HOSTS: " loom.com, Demo.example.com:8443,münchen.example ,",
      }),
    ).toMatchObject({
      appUrl: "https://exhibit.example.com",
      mail: "on",
      contact: "the platform team",
      frameHosts: ["loom.com", "demo.example.com:8443", "xn--mnchen-3ya.example"],
    });
    expect(parseEnv({ ...whole, PORT: "4000" }).appUrl).toBe("http://localhost:4000");
  });

  test("may have the older names, and legacy keys", () => {
    const env = parseEnv({
      NEXT_PUBLIC_SUPABASE_URL: "http://127.0.0.1:54321",
      NEXT_PUBLIC_SUPABASE_ANON_KEY: jwt("anon"),
      SUPABASE_SERVICE_ROLE_KEY: jwt("service_role"),
    });
    expect(env).toMatchObject({ publishableKey: jwt("anon"), secretKey: jwt("service_role") });
  });

  test("under two names counts by the newer one, and an empty one not at all", () => {
    const both = { ...whole, SUPABASE_SERVICE_ROLE_KEY: "sb_secret_old" };
    expect(parseEnv(both).secretKey).toBe("sb_secret_two");
    expect(parseEnv({ ...both, SUPABASE_SECRET_KEY: " " }).secretKey).toBe("sb_secret_old");
  });

  test("keeps files in a folder by its whole path alone", () => {
    expect(parseEnv({ ...whole, EXHIBIT_FILES: "/var/lib/files" }).files).toBe("/var/lib/files");
    expect(parseEnv(whole).files).toBeUndefined();
    expect(() => parseEnv({ ...whole, EXHIBIT_FILES: "files" })).toThrow(
      "EXHIBIT_FILES is not the whole path of a folder.",
    );
  });

  test("is taken without the spaces around it", () => {
    expect(parseEnv({ ...whole, SUPABASE_SECRET_KEY: " sb_secret_two\n" }).secretKey).toBe(
      "sb_secret_two",
    );
  });
});

describe("what is missing is named with what to do", () => {
  test.each([
    [
      "NEXT_PUBLIC_SUPABASE_URL",
      "NEXT_PUBLIC_SUPABASE_URL is not set. Set it to the project's URL",
    ],
    [
      "NEXT_PUBLIC_SUPABASE_PUBLISHABLE_KEY",
      "NEXT_PUBLIC_SUPABASE_PUBLISHABLE_KEY or NEXT_PUBLIC_SUPABASE_ANON_KEY is not set. Copy the publishable",
    ],
    [
      "SUPABASE_SECRET_KEY",
      "SUPABASE_SECRET_KEY or SUPABASE_SERVICE_ROLE_KEY is not set. Copy the secret",
    ],
  ])("%s", (name, message) => {
    for (const value of [undefined, "", "  "]) {
      const said = refusal({ ...whole, [name]: value });
      expect(said).toContain(message);
      expect(said.split("\n")).toHaveLength(1);
    }
  });

  test("all at once", () => {
    expect(refusal({}).split("\n")).toHaveLength(3);
  });
});

describe("what is wrong is named, never its value", () => {
  test.each([
    ["NEXT_PUBLIC_SUPABASE_URL", "ftp://wrong-value", "is not valid. Set it to the project's URL"],
    ["NEXT_PUBLIC_SUPABASE_URL", "wrong-value", "is not valid"],
    ["NEXT_PUBLIC_SUPABASE_PUBLISHABLE_KEY", "sb_secret_wrong-value", "must never be public"],
    ["NEXT_PUBLIC_SUPABASE_PUBLISHABLE_KEY", jwt("service_role"), "must never be public"],
    ["SUPABASE_SECRET_KEY", "sb_publishable_wrong-value", "cannot write"],
    ["SUPABASE_SECRET_KEY", jwt("anon"), "cannot write"],
    ["EXHIBIT_URL", "javascript:wrong-value", "is not valid. Set it to the address"],
    ["EXHIBIT_MAIL", "wrong-value", 'is not valid. Set it to "on" or "off".'],
    ["EXHIBIT_CONTACT", "wrong-value".repeat(20), "is not valid"],
    ["EXHIBIT_FRAME_HOSTS", "https://wrong-value", "is not valid. List host names"],
    ["EXHIBIT_FRAME_HOSTS", "loom.com,*.wrong-value", "is not valid"],
    ["EXHIBIT_FRAME_HOSTS", "wrong-value/path", "is not valid"],
    ["EXHIBIT_FRAME_HOSTS", "me@wrong-value", "is not valid"],
    ["EXHIBIT_FRAME_HOSTS", "wrong-value.", "is not valid"],
    ["EXHIBIT_FRAME_HOSTS", "wrong-value; script-src *", "is not valid"],
  ])("%s", (name, value, problem) => {
    const said = refusal({ ...whole, [name]: value });
    expect(said.startsWith(`${name} `)).toBe(true);
    expect(said).toContain(problem);
    expect(said).not.toContain(value);
    expect(said).not.toContain("wrong-value");
  });

  test("under the name that was used", () => {
    const old = { ...whole, NEXT_PUBLIC_SUPABASE_PUBLISHABLE_KEY: undefined };
    const said = refusal({ ...old, NEXT_PUBLIC_SUPABASE_ANON_KEY: "sb_secret_wrong-value" });
    expect(said).toMatch(/^NEXT_PUBLIC_SUPABASE_ANON_KEY holds a secret key/);
  });
});

describe("a project", () => {
  test("is meant when any of its variables is set", () => {
    for (const name of [...Object.keys(whole), "SUPABASE_SERVICE_ROLE_KEY"]) {
      expect(namesProject({ [name]: "x" }), name).toBe(true);
    }
  });

  test("is not meant when none is, or only empty ones are", () => {
    expect(namesProject({})).toBe(false);
    expect(namesProject({ NEXT_PUBLIC_SUPABASE_URL: " ", EXHIBIT_URL: "http://a" })).toBe(false);
  });
});

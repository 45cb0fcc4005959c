import { freePort } from "../../supabase/tests/support/backend.ts";
import { makeCable } from "../../supabase/tests/support/cable.ts";
import { startExhibit } from "./instance.ts";
import { keys } from "./world.ts";

/** The app as it runs beside a hosted project, with a cable to the backend. */
export async function startBehindCable() {
  const { url, publishableKey, secretKey } = keys();
  const port = await freePort();
  const cable = await makeCable(port, new URL(url));
  const app = await startExhibit({
    NEXT_PUBLIC_SUPABASE_URL: `http://127.0.0.1:${port}`,
    NEXT_PUBLIC_SUPABASE_ANON_KEY: publishableKey,
    SUPABASE_SERVICE_ROLE_KEY: secretKey,
  });
  const stop = async () => {
    await app.stop();
    await cable.pull();
  };
  return { url: app.url, cable, stop };
}

export type BehindCable = Awaited<ReturnType<typeof startBehindCable>>;

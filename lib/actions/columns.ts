"use server";

import { z } from "zod";
import { action } from "@/lib/action";
import { keepColumns } from "@/lib/columns";
import { columns } from "@/lib/domain/columns";
import { several } from "@/lib/fields";

export const chooseColumns = action({
  role: "viewer",
  schema: z.strictObject({ columns: several(z.enum(columns), columns.length) }),
  write: async ({ input }) => {
    await keepColumns(input.columns);
    return { said: "This browser shows these columns from now on." };
  },
});

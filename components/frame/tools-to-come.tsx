import { Keyboard, Search } from "lucide-react";
import { Button } from "@/components/ui/button";

/** What the tools look like until their scripts are there, so that nothing jumps. */
export function ToolsToCome() {
  const look = { variant: "ghost", size: "small", disabled: true } as const;
  return (
    <>
      <Button {...look} className="noscript:hidden">
        <Search aria-hidden className="size-4" />
        <span className="max-sm:sr-only">Go to…</span>
        <kbd aria-hidden className="font-sans text-2xs max-sm:hidden">
          Ctrl K
        </kbd>
      </Button>
      <Button {...look} className="max-sm:hidden noscript:hidden">
        <Keyboard aria-hidden className="size-4" />
        <span className="sr-only">Keys</span>
      </Button>
    </>
  );
}

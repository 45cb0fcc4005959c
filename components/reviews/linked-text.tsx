import { SafeLink } from "@/components/ui/safe-link";

/** Ends before what ends a sentence rather than an address. */
const address = /(https?:\/\/[^\s<>"]*[^\s<>".,;:!?)\]])/;

/** Plain text, in which addresses can be opened. */
export function LinkedText({ text }: { text: string }) {
  return (
    <p dir="auto" className="mt-1 max-w-prose whitespace-pre-line">
      {text.split(address).map((part, index) =>
        // biome-ignore lint/suspicious/noArrayIndexKey: parts have no name and keep their place
        index % 2 ? <SafeLink key={index} url={part} /> : <span key={index}>{part}</span>,
      )}
    </p>
  );
}

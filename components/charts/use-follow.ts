import { useRouter } from "next/navigation";

type Keys = { ctrlKey: boolean; metaKey: boolean };

/** Goes where a mark leads, in a new tab where a link would. */
export function useFollow() {
  const router = useRouter();
  return (href: string | undefined, { ctrlKey, metaKey }: Keys) => {
    if (!href) return;
    if (ctrlKey || metaKey) window.open(href, "_blank", "noopener");
    else router.push(href);
  };
}

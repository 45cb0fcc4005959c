import type { ComponentProps } from "react";

const variants = {
  primary: "border-transparent bg-accent text-on-accent hover:bg-accent-strong",
  secondary: "border-line-strong bg-surface text-ink hover:bg-sunken",
  danger: "border-needs bg-surface text-needs-ink hover:bg-needs-soft",
  ghost: "border-transparent text-muted hover:bg-sunken hover:text-ink",
} as const;

const sizes = {
  small: "min-h-8 px-2.5 text-xs",
  medium: "min-h-9 px-3.5 text-sm",
} as const;

type Look = { variant?: keyof typeof variants; size?: keyof typeof sizes };

/** For links that look like buttons. */
export function buttonClass({ variant = "secondary", size = "medium" }: Look = {}): string {
  return `inline-flex items-center justify-center gap-1.5 rounded-md border font-medium whitespace-nowrap disabled:pointer-events-none disabled:opacity-60 ${variants[variant]} ${sizes[size]}`;
}

export function Button({
  variant,
  size,
  className = "",
  type = "button",
  ...props
}: ComponentProps<"button"> & Look) {
  return (
    <button type={type} className={`${buttonClass({ variant, size })} ${className}`} {...props} />
  );
}

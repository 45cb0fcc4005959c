import {
  Ban,
  Circle,
  CircleCheck,
  CircleDashed,
  CircleDot,
  CirclePause,
  CircleX,
  Clock,
  Diff,
  Equal,
  Images,
  Minus,
  Play,
  Plus,
} from "lucide-react";

const icons = {
  ban: Ban,
  circle: Circle,
  check: CircleCheck,
  dashed: CircleDashed,
  dot: CircleDot,
  pause: CirclePause,
  cross: CircleX,
  clock: Clock,
  images: Images,
  play: Play,
  changed: Diff,
  plus: Plus,
  minus: Minus,
  equal: Equal,
} as const;

export type IconName = keyof typeof icons;

/** The drawings of the icons that stand in every row, once a page. */
export function IconSprite() {
  return (
    <svg aria-hidden="true" className="absolute size-0">
      {Object.entries(icons).map(([name, Drawing]) => (
        <symbol key={name} id={`icon-${name}`} viewBox="0 0 24 24">
          <Drawing />
        </symbol>
      ))}
    </svg>
  );
}

export function Icon({ name, className = "size-3" }: { name: IconName; className?: string }) {
  return (
    <svg aria-hidden="true" className={className}>
      <use href={`#icon-${name}`} />
    </svg>
  );
}

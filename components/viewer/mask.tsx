import { useEffect, useRef } from "react";
import type { View } from "@/lib/domain/view";
import type { Found } from "./difference-messages";
import { layerStyle } from "./layer";

type Props = { found: Found; view: View; region: number };

/** What changed, in colour, with boxes around it. */
export function Mask({ found, view, region }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const context = canvas.current?.getContext("2d");
    if (context && found.mask) context.drawImage(found.mask, 0, 0);
  }, [found]);
  return (
    <>
      {found.mask && (
        <canvas
          key={`${found.mask.width} ${found.mask.height}`}
          ref={canvas}
          width={found.mask.width}
          height={found.mask.height}
          aria-hidden
          style={layerStyle(view, found.mask)}
        />
      )}
      {found.boxes.map((box, index) => (
        <span
          key={`${box.x} ${box.y} ${box.width}`}
          aria-hidden
          data-box
          className={`absolute border-needs ${index === region ? "border-3 bg-needs/15" : "border"} ${found.alone.includes(box) ? "hatch border-dashed" : ""}`}
          style={{
            left: view.x + box.x * view.zoom - 3,
            top: view.y + box.y * view.zoom - 3,
            width: box.width * view.zoom + 6,
            height: box.height * view.zoom + 6,
          }}
        />
      ))}
    </>
  );
}

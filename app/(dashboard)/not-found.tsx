/** Inside the frame, so that the way on is at hand. */
export { NotFoundPanel as default } from "@/components/ui/not-found-panel";

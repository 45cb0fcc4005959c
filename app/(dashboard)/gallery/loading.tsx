import { GallerySkeleton } from "@/components/evidence/gallery-skeleton";
import { PageHeader } from "@/components/ui/page-header";

export default function Loading() {
  return (
    <>
      <PageHeader title="Gallery" />
      <GallerySkeleton />
    </>
  );
}

import type { Metadata } from "next";
import { GalleryEmpty } from "@/components/evidence/gallery-empty";
import { GalleryFilters } from "@/components/evidence/gallery-filters";
import { GalleryGroups } from "@/components/evidence/gallery-groups";
import { LiveMark } from "@/components/live/live-mark";
import { Notices } from "@/components/ui/notices";
import { PageHeader } from "@/components/ui/page-header";
import { Pages } from "@/components/ui/pages";
import { requireMember } from "@/lib/auth";
import { readMark } from "@/lib/data/changes";
import { listGallery } from "@/lib/data/gallery";
import { galleryHref, parseGalleryQuery } from "@/lib/domain/gallery-query";
import { readerClient } from "@/lib/supabase/server";

export const metadata: Metadata = { title: "Gallery" };

export default async function GalleryPage({ searchParams }: PageProps<"/gallery">) {
  const [mark] = await Promise.all([readMark(), requireMember()]);
  const { query, notices } = parseGalleryQuery(await searchParams);
  const page = await listGallery(await readerClient(), query, Date.now());
  return (
    <>
      <LiveMark mark={mark} />
      <PageHeader title="Gallery" />
      <GalleryFilters key={JSON.stringify(query)} query={query} />
      <Notices notices={notices} />
      {page.groups.length > 0 ? (
        <GalleryGroups groups={page.groups} byDirective={query.byDirective} />
      ) : (
        <GalleryEmpty query={query} />
      )}
      <Pages
        first={query.after && galleryHref({ ...query, after: undefined })}
        next={page.next && galleryHref({ ...query, after: page.next })}
      />
    </>
  );
}

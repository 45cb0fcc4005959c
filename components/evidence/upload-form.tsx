import { Button } from "@/components/ui/button";
import { inputClass } from "@/components/ui/input";
import { accepted, lists, listWords } from "@/lib/domain/upload";

/** For browsers in which no script runs: the page comes back and says what became of it. */
export function UploadForm({ session }: { session: string }) {
  return (
    <form
      method="post"
      encType="multipart/form-data"
      action={`/api/evidence/${session}`}
      className="grid gap-3"
    >
      {lists.map((list) => (
        <label key={list} className="grid gap-1">
          <span className="font-medium">{listWords[list]}</span>
          <input
            type="file"
            name={list}
            multiple
            accept={accepted[list]}
            className={`py-1.5 ${inputClass}`}
          />
        </label>
      ))}
      <p>
        <Button type="submit" variant="primary">
          Add the files
        </Button>
      </p>
    </form>
  );
}

import type { Metadata } from "next";
import Link from "next/link";
import { ActionForm } from "@/components/forms/action-form";
import { TextField } from "@/components/forms/fields";
import { Badge } from "@/components/ui/badge";
import { buttonClass } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { rename, signOutEverywhere } from "@/lib/actions/account";
import { requireMember } from "@/lib/auth";
import { whatMay } from "@/lib/domain/roles";

export const metadata: Metadata = { title: "Your account" };

export default async function AccountPage() {
  const { name, email, role } = await requireMember();
  return (
    <>
      <PageHeader title="Your account">
        <Badge>{role}</Badge>
      </PageHeader>
      <p className="mb-4 text-muted">
        <bdi>{email}</bdi> · {whatMay[role]}
      </p>
      <div className="grid items-start gap-4 lg:grid-cols-3">
        <Card title="Name">
          <ActionForm action={rename} submit="Save">
            <TextField
              key={name}
              name="name"
              label="Name"
              autoComplete="name"
              maxLength={100}
              defaultValue={name}
              hint="Others see it beside what you do."
              required
            />
          </ActionForm>
        </Card>
        <Card title="Password">
          <p className="mb-3">A new password ends every other login of yours.</p>
          <Link href="/password" prefetch={false} className={buttonClass()}>
            Change the password
          </Link>
        </Card>
        <Card title="Sign out everywhere">
          <ActionForm action={signOutEverywhere} submit="Sign out everywhere" look="danger">
            <p>
              Ends this login and every other one, on all devices. You can sign in again with your
              password.
            </p>
          </ActionForm>
        </Card>
      </div>
    </>
  );
}

CREATE TABLE IF NOT EXISTS "__EFMigrationsHistory" (
    "MigrationId" TEXT NOT NULL CONSTRAINT "PK___EFMigrationsHistory" PRIMARY KEY,
    "ProductVersion" TEXT NOT NULL
);

CREATE TABLE "alerts" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_alerts" PRIMARY KEY AUTOINCREMENT,
    "Subject" TEXT NOT NULL,
    "Reason" TEXT NOT NULL,
    "Detail" TEXT NULL,
    "Posts" INTEGER NULL,
    "RaisedAt" INTEGER NOT NULL,
    "ResolvedAt" INTEGER NULL,
    "Channel" TEXT NOT NULL,
    "Webhook" TEXT NOT NULL,
    "Attempts" INTEGER NOT NULL,
    "NextAt" INTEGER NOT NULL
);

CREATE TABLE "audit" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_audit" PRIMARY KEY AUTOINCREMENT,
    "At" INTEGER NOT NULL,
    "Actor" TEXT NOT NULL,
    "Action" TEXT NOT NULL,
    "Target" TEXT NOT NULL,
    "Detail" TEXT NULL
);

CREATE TABLE "briefings" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_briefings" PRIMARY KEY AUTOINCREMENT,
    "Series" TEXT NOT NULL,
    "Date" TEXT NOT NULL,
    "Revision" INTEGER NOT NULL,
    "Title" TEXT NULL,
    "IsSample" INTEGER NOT NULL,
    "IsHeld" INTEGER NOT NULL,
    "IsUnplanned" INTEGER NOT NULL,
    "ReceivedAt" INTEGER NOT NULL,
    "RevisedAt" INTEGER NOT NULL
);

CREATE TABLE "change_counts" (
    "Name" TEXT NOT NULL CONSTRAINT "PK_change_counts" PRIMARY KEY,
    "Number" INTEGER NOT NULL
);

CREATE TABLE "companies" (
    "Key" TEXT NOT NULL CONSTRAINT "PK_companies" PRIMARY KEY,
    "Name" TEXT NOT NULL,
    "LastNamed" TEXT NOT NULL
);

CREATE TABLE "inbox" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_inbox" PRIMARY KEY AUTOINCREMENT,
    "Platform" TEXT NOT NULL,
    "Request" TEXT NOT NULL,
    "ReceivedAt" INTEGER NOT NULL
);

CREATE TABLE "installations" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_installations" PRIMARY KEY AUTOINCREMENT,
    "Platform" TEXT NOT NULL,
    "Workspace" TEXT NOT NULL,
    "ProtectedToken" TEXT NOT NULL,
    "Name" TEXT NULL,
    "BotUser" TEXT NULL,
    "Bot" TEXT NULL,
    "Application" TEXT NULL,
    "Scopes" TEXT NOT NULL,
    "InstalledAt" INTEGER NOT NULL,
    "ChangedAt" INTEGER NOT NULL
);

CREATE TABLE "leases" (
    "Token" TEXT NOT NULL CONSTRAINT "PK_leases" PRIMARY KEY,
    "Owner" TEXT NOT NULL,
    "Epoch" INTEGER NOT NULL,
    "ExpiresAt" INTEGER NOT NULL
);

CREATE TABLE "pauses" (
    "Scope" TEXT NOT NULL CONSTRAINT "PK_pauses" PRIMARY KEY,
    "Reason" TEXT NOT NULL,
    "Detail" TEXT NULL,
    "Since" INTEGER NOT NULL
);

CREATE TABLE "payloads" (
    "Hash" TEXT NOT NULL CONSTRAINT "PK_payloads" PRIMARY KEY,
    "Content" TEXT NOT NULL
);

CREATE TABLE "platform_state" (
    "Platform" TEXT NOT NULL,
    "Key" TEXT NOT NULL,
    "Value" TEXT NOT NULL,
    "ChangedAt" INTEGER NOT NULL,
    CONSTRAINT "PK_platform_state" PRIMARY KEY ("Platform", "Key")
);

CREATE TABLE "protection_keys" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_protection_keys" PRIMARY KEY AUTOINCREMENT,
    "Name" TEXT NOT NULL,
    "Xml" TEXT NOT NULL
);

CREATE TABLE "subscriptions" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_subscriptions" PRIMARY KEY AUTOINCREMENT,
    "Platform" TEXT NOT NULL,
    "Workspace" TEXT NOT NULL,
    "Channel" TEXT NOT NULL,
    "Series" TEXT NOT NULL,
    "Sections" TEXT NOT NULL,
    "Locale" TEXT NOT NULL,
    "Schedule" TEXT NULL,
    "Filter" TEXT NULL,
    "Options" TEXT NULL,
    "IsActive" INTEGER NOT NULL,
    "CreatedAt" INTEGER NOT NULL
);

CREATE TABLE "web_messages" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_web_messages" PRIMARY KEY AUTOINCREMENT,
    "Channel" TEXT NOT NULL,
    "ThreadId" INTEGER NULL,
    "PostKey" TEXT NOT NULL,
    "Payload" TEXT NOT NULL,
    "PostedAt" INTEGER NOT NULL,
    "EditedAt" INTEGER NULL
);

CREATE TABLE "items" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_items" PRIMARY KEY AUTOINCREMENT,
    "BriefingId" INTEGER NOT NULL,
    "Series" TEXT NOT NULL,
    "Date" TEXT NOT NULL,
    "Kind" TEXT NOT NULL,
    "Key" TEXT NOT NULL,
    "Section" TEXT NOT NULL,
    "SectionOrder" INTEGER NOT NULL,
    "Ordinal" INTEGER NOT NULL,
    "Headline" TEXT NOT NULL,
    "Text" TEXT NOT NULL,
    "Data" TEXT NOT NULL,
    "CompanyKey" TEXT NULL,
    "Horizon" TEXT NULL,
    "Number" INTEGER NULL,
    "FirstRevision" INTEGER NOT NULL,
    "GoneInRevision" INTEGER NULL,
    "IsHeld" INTEGER NOT NULL,
    CONSTRAINT "FK_items_briefings_BriefingId" FOREIGN KEY ("BriefingId") REFERENCES "briefings" ("Id") ON DELETE CASCADE
);

CREATE TABLE "mentions" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_mentions" PRIMARY KEY AUTOINCREMENT,
    "BriefingId" INTEGER NOT NULL,
    "Series" TEXT NOT NULL,
    "Date" TEXT NOT NULL,
    "CompanyKey" TEXT NOT NULL,
    "Name" TEXT NOT NULL,
    "Role" TEXT NOT NULL,
    "SectionOrder" INTEGER NOT NULL,
    "ItemId" INTEGER NULL,
    "IsHeld" INTEGER NOT NULL,
    CONSTRAINT "FK_mentions_briefings_BriefingId" FOREIGN KEY ("BriefingId") REFERENCES "briefings" ("Id") ON DELETE CASCADE
);

CREATE TABLE "revisions" (
    "BriefingId" INTEGER NOT NULL,
    "Number" INTEGER NOT NULL,
    "ContentHash" TEXT NOT NULL,
    "Markdown" TEXT NOT NULL,
    "Origin" TEXT NOT NULL,
    "ReceivedAt" INTEGER NOT NULL,
    CONSTRAINT "PK_revisions" PRIMARY KEY ("BriefingId", "Number"),
    CONSTRAINT "FK_revisions_briefings_BriefingId" FOREIGN KEY ("BriefingId") REFERENCES "briefings" ("Id") ON DELETE CASCADE
);

CREATE TABLE "deliveries" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_deliveries" PRIMARY KEY AUTOINCREMENT,
    "SubscriptionId" INTEGER NOT NULL,
    "Token" TEXT NOT NULL,
    "Platform" TEXT NOT NULL,
    "Workspace" TEXT NOT NULL,
    "Channel" TEXT NOT NULL,
    "Sections" TEXT NOT NULL,
    "Locale" TEXT NOT NULL,
    "Series" TEXT NOT NULL,
    "Date" TEXT NOT NULL,
    "BriefingId" INTEGER NOT NULL,
    "Revision" INTEGER NOT NULL,
    "State" TEXT NOT NULL,
    "DueAt" INTEGER NOT NULL,
    "NextAt" INTEGER NOT NULL,
    "ExpiresAt" INTEGER NOT NULL,
    "CreatedAt" INTEGER NOT NULL,
    "ThreadId" TEXT NULL,
    CONSTRAINT "FK_deliveries_briefings_BriefingId" FOREIGN KEY ("BriefingId") REFERENCES "briefings" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_deliveries_subscriptions_SubscriptionId" FOREIGN KEY ("SubscriptionId") REFERENCES "subscriptions" ("Id") ON DELETE RESTRICT
);

CREATE TABLE "posts" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_posts" PRIMARY KEY AUTOINCREMENT,
    "DeliveryId" INTEGER NOT NULL,
    "Key" TEXT NOT NULL,
    "Ordinal" INTEGER NOT NULL,
    "Kind" TEXT NOT NULL,
    "Section" TEXT NOT NULL,
    "Part" INTEGER NOT NULL,
    "Revision" INTEGER NOT NULL,
    "Round" INTEGER NOT NULL,
    "PayloadHash" TEXT NOT NULL,
    "State" TEXT NOT NULL,
    "Reason" TEXT NULL,
    "Detail" TEXT NULL,
    "MessageId" TEXT NULL,
    "Attempts" INTEGER NOT NULL,
    "Retries" INTEGER NOT NULL,
    "Looks" INTEGER NOT NULL,
    "Absences" INTEGER NOT NULL,
    "NextAt" INTEGER NOT NULL,
    "ExpiresAt" INTEGER NOT NULL,
    "FirstAttemptAt" INTEGER NULL,
    "SentAt" INTEGER NULL,
    "Epoch" INTEGER NOT NULL,
    CONSTRAINT "FK_posts_deliveries_DeliveryId" FOREIGN KEY ("DeliveryId") REFERENCES "deliveries" ("Id") ON DELETE CASCADE,
    CONSTRAINT "FK_posts_payloads_PayloadHash" FOREIGN KEY ("PayloadHash") REFERENCES "payloads" ("Hash") ON DELETE RESTRICT
);

INSERT INTO "change_counts" ("Name", "Number")
VALUES ('briefings', 0);
SELECT changes();

INSERT INTO "change_counts" ("Name", "Number")
VALUES ('installations', 0);
SELECT changes();


CREATE INDEX "IX_alerts_ResolvedAt_NextAt" ON "alerts" ("ResolvedAt", "NextAt");

CREATE UNIQUE INDEX "IX_alerts_Subject_Reason" ON "alerts" ("Subject", "Reason");

CREATE INDEX "IX_audit_At" ON "audit" ("At");

CREATE UNIQUE INDEX "IX_briefings_Series_Date" ON "briefings" ("Series", "Date");

CREATE INDEX "IX_deliveries_BriefingId" ON "deliveries" ("BriefingId");

CREATE INDEX "IX_deliveries_Series_Date" ON "deliveries" ("Series", "Date");

CREATE INDEX "IX_deliveries_State_Token_Workspace_NextAt" ON "deliveries" ("State", "Token", "Workspace", "NextAt");

CREATE UNIQUE INDEX "IX_deliveries_SubscriptionId_Series_Date" ON "deliveries" ("SubscriptionId", "Series", "Date");

CREATE UNIQUE INDEX "IX_inbox_Platform_Request" ON "inbox" ("Platform", "Request");

CREATE INDEX "IX_inbox_ReceivedAt" ON "inbox" ("ReceivedAt");

CREATE UNIQUE INDEX "IX_installations_Platform_Workspace" ON "installations" ("Platform", "Workspace");

CREATE INDEX "IX_items_BriefingId_Kind_Ordinal" ON "items" ("BriefingId", "Kind", "Ordinal");

CREATE INDEX "IX_items_Series_CompanyKey_Date" ON "items" ("Series", "CompanyKey", "Date");

CREATE INDEX "IX_items_Series_Kind_Date" ON "items" ("Series", "Kind", "Date");

CREATE INDEX "IX_mentions_BriefingId" ON "mentions" ("BriefingId");

CREATE INDEX "IX_mentions_Series_CompanyKey_Role_Date_ItemId_IsHeld" ON "mentions" ("Series", "CompanyKey", "Role", "Date", "ItemId", "IsHeld");

CREATE INDEX "IX_posts_DeliveryId_Ordinal" ON "posts" ("DeliveryId", "Ordinal");

CREATE UNIQUE INDEX "IX_posts_Key" ON "posts" ("Key");

CREATE INDEX "IX_posts_PayloadHash" ON "posts" ("PayloadHash");

CREATE INDEX "IX_posts_State_ExpiresAt" ON "posts" ("State", "ExpiresAt");

CREATE UNIQUE INDEX "IX_protection_keys_Name" ON "protection_keys" ("Name");

CREATE UNIQUE INDEX "IX_subscriptions_Platform_Workspace_Channel_Series" ON "subscriptions" ("Platform", "Workspace", "Channel", "Series");

CREATE INDEX "IX_web_messages_Channel_ThreadId_Id" ON "web_messages" ("Channel", "ThreadId", "Id");

CREATE UNIQUE INDEX "IX_web_messages_PostKey" ON "web_messages" ("PostKey");

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261126000800_Initial', '10.0.15');

DROP INDEX "IX_subscriptions_Platform_Workspace_Channel_Series";

ALTER TABLE "subscriptions" ADD "Name" TEXT NOT NULL DEFAULT '';

CREATE UNIQUE INDEX "IX_subscriptions_Platform_Workspace_Channel_Series_Name" ON "subscriptions" ("Platform", "Workspace", "Channel", "Series", "Name");

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261130071112_NamedSubscriptions', '10.0.15');

DROP INDEX "IX_deliveries_SubscriptionId_Series_Date";

DROP INDEX "IX_briefings_Series_Date";

ALTER TABLE "deliveries" ADD "Edition" TEXT NOT NULL DEFAULT '';

ALTER TABLE "briefings" ADD "Edition" TEXT NOT NULL DEFAULT '';

ALTER TABLE "briefings" ADD "ReadBy" TEXT NOT NULL DEFAULT '';

CREATE UNIQUE INDEX "IX_deliveries_SubscriptionId_Series_Date_Edition" ON "deliveries" ("SubscriptionId", "Series", "Date", "Edition");

CREATE UNIQUE INDEX "IX_briefings_Series_Date_Edition" ON "briefings" ("Series", "Date", "Edition");

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261130073146_Editions', '10.0.15');

ALTER TABLE "briefings" ADD "HeldFor" TEXT NULL;

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261130092355_HoldReasons', '10.0.15');

ALTER TABLE "items" ADD "AmountFrom" REAL NULL;

ALTER TABLE "items" ADD "AmountTo" REAL NULL;

ALTER TABLE "items" ADD "Currency" TEXT NULL;

ALTER TABLE "items" ADD "DealId" INTEGER NULL;

ALTER TABLE "items" ADD "Stage" TEXT NULL;

CREATE INDEX "IX_items_CompanyKey" ON "items" ("CompanyKey");

CREATE INDEX "IX_items_DealId" ON "items" ("DealId");

CREATE INDEX "IX_items_Series_Currency_AmountTo" ON "items" ("Series", "Currency", "AmountTo");

UPDATE items SET "DealId" = "Id" WHERE "Kind" = 'Funding';

CREATE VIRTUAL TABLE item_words USING fts5(words, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 0');

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261130133237_DealsAndSearch', '10.0.15');

CREATE TABLE "askers" (
    "Platform" TEXT NOT NULL,
    "Workspace" TEXT NOT NULL,
    "Person" TEXT NOT NULL,
    "AnsweredAt" INTEGER NOT NULL,
    CONSTRAINT "PK_askers" PRIMARY KEY ("Platform", "Workspace", "Person")
);

CREATE INDEX "IX_askers_AnsweredAt" ON "askers" ("AnsweredAt");

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261130164624_Askers', '10.0.15');

ALTER TABLE "subscriptions" ADD "Owner" TEXT NULL;

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261130172957_Watches', '10.0.15');

CREATE TABLE "ef_temp_deliveries" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_deliveries" PRIMARY KEY AUTOINCREMENT,
    "BriefingId" INTEGER NULL,
    "Channel" TEXT NOT NULL,
    "CreatedAt" INTEGER NOT NULL,
    "Date" TEXT NOT NULL,
    "DueAt" INTEGER NOT NULL,
    "Edition" TEXT NOT NULL DEFAULT '',
    "ExpiresAt" INTEGER NOT NULL,
    "Locale" TEXT NOT NULL,
    "NextAt" INTEGER NOT NULL,
    "Platform" TEXT NOT NULL,
    "Revision" INTEGER NOT NULL,
    "Sections" TEXT NOT NULL,
    "Series" TEXT NOT NULL,
    "State" TEXT NOT NULL,
    "SubscriptionId" INTEGER NOT NULL,
    "ThreadId" TEXT NULL,
    "Token" TEXT NOT NULL,
    "Workspace" TEXT NOT NULL,
    CONSTRAINT "FK_deliveries_briefings_BriefingId" FOREIGN KEY ("BriefingId") REFERENCES "briefings" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_deliveries_subscriptions_SubscriptionId" FOREIGN KEY ("SubscriptionId") REFERENCES "subscriptions" ("Id") ON DELETE RESTRICT
);

INSERT INTO "ef_temp_deliveries" ("Id", "BriefingId", "Channel", "CreatedAt", "Date", "DueAt", "Edition", "ExpiresAt", "Locale", "NextAt", "Platform", "Revision", "Sections", "Series", "State", "SubscriptionId", "ThreadId", "Token", "Workspace")
SELECT "Id", "BriefingId", "Channel", "CreatedAt", "Date", "DueAt", "Edition", "ExpiresAt", "Locale", "NextAt", "Platform", "Revision", "Sections", "Series", "State", "SubscriptionId", "ThreadId", "Token", "Workspace"
FROM "deliveries";

PRAGMA foreign_keys = 0;

DROP TABLE "deliveries";

ALTER TABLE "ef_temp_deliveries" RENAME TO "deliveries";

PRAGMA foreign_keys = 1;

CREATE INDEX "IX_deliveries_BriefingId" ON "deliveries" ("BriefingId");

CREATE INDEX "IX_deliveries_Series_Date" ON "deliveries" ("Series", "Date");

CREATE INDEX "IX_deliveries_State_Token_Workspace_NextAt" ON "deliveries" ("State", "Token", "Workspace", "NextAt");

CREATE UNIQUE INDEX "IX_deliveries_SubscriptionId_Series_Date_Edition" ON "deliveries" ("SubscriptionId", "Series", "Date", "Edition");

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261130205443_Placeholders', '10.0.15');

DROP INDEX "IX_items_Series_Kind_Date";

CREATE INDEX "IX_items_listed" ON "items" ("Series", "Kind", "Date", "DealId", "Stage", "Currency", "AmountFrom", "AmountTo", "IsHeld", "GoneInRevision");

CREATE INDEX "IX_briefings_held" ON "briefings" ("Series", "Date") WHERE "IsHeld";

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261201001215_AnswerIndexes', '10.0.15');

DROP INDEX "IX_mentions_Series_CompanyKey_Role_Date_ItemId_IsHeld";

ALTER TABLE "mentions" ADD "DealId" INTEGER NULL;

UPDATE mentions SET "DealId" = (SELECT items."DealId" FROM items WHERE items."Id" = mentions."ItemId")
WHERE "ItemId" IS NOT NULL;

CREATE INDEX "IX_mentions_rounds" ON "mentions" ("ItemId") WHERE "DealId" IS NOT NULL;

CREATE INDEX "IX_mentions_Series_CompanyKey_Role_Date_ItemId_IsHeld_DealId" ON "mentions" ("Series", "CompanyKey", "Role", "Date", "ItemId", "IsHeld", "DealId");

CREATE INDEX "IX_items_headlines" ON "items" ("Series", "Key") WHERE "Kind" = 'News';

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261201043459_MentionedDeals', '10.0.15');


BEGIN TRANSACTION;
CREATE TABLE "__EFMigrationsHistory" (
    "MigrationId" TEXT NOT NULL CONSTRAINT "PK___EFMigrationsHistory" PRIMARY KEY,
    "ProductVersion" TEXT NOT NULL
);
INSERT INTO "__EFMigrationsHistory" VALUES('20261126000800_Initial','10.0.12');
CREATE TABLE "__EFMigrationsLock" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK___EFMigrationsLock" PRIMARY KEY,
    "Timestamp" TEXT NOT NULL
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
INSERT INTO "audit" VALUES(1,639316172427887452,'cli','pause','all',NULL);
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
INSERT INTO "briefings" VALUES(1,'us-ai','2026-03-04',1,'📰 米国AI朝刊 2026年3月4日（水）：港の電力と静かな計算機',0,0,0,639316172098009147,639316172098009147);
INSERT INTO "briefings" VALUES(2,'us-ai','2026-07-01',1,'米国AIデイリー：兆円時代の入口（二〇二六年七月一日）',0,0,0,639316172108056630,639316172108056630);
INSERT INTO "briefings" VALUES(3,'us-ai','2026-11-30',2,'📰 米国AI朝刊 2026年11月30日：港の電力と静かな計算機',0,0,0,639316172148378805,639316172282087392);
INSERT INTO "briefings" VALUES(4,'us-ai','2026-11-29',1,'米国AI朝刊 2026年11月29日：準備の一日',0,0,0,639316172476849657,639316172476849657);
CREATE TABLE "change_counts" (
    "Name" TEXT NOT NULL CONSTRAINT "PK_change_counts" PRIMARY KEY,
    "Number" INTEGER NOT NULL
);
INSERT INTO "change_counts" VALUES('briefings',5);
INSERT INTO "change_counts" VALUES('installations',0);
CREATE TABLE "companies" (
    "Key" TEXT NOT NULL CONSTRAINT "PK_companies" PRIMARY KEY,
    "Name" TEXT NOT NULL,
    "LastNamed" TEXT NOT NULL
);
INSERT INTO "companies" VALUES('cove&sons','Cove & Sons','2026-11-30');
INSERT INTO "companies" VALUES('fernventures','Fern Ventures','2026-11-30');
INSERT INTO "companies" VALUES('harrow','Harrow','2026-11-30');
INSERT INTO "companies" VALUES('lanterngrid','Lantern Grid','2026-11-30');
INSERT INTO "companies" VALUES('mossbank','Mossbank','2026-11-30');
INSERT INTO "companies" VALUES('piercapital','Pier Capital','2026-11-30');
INSERT INTO "companies" VALUES('quayrobotics','Quay Robotics','2026-11-30');
INSERT INTO "companies" VALUES('slatefund','Slate Fund','2026-11-30');
INSERT INTO "companies" VALUES('tidewater','Tidewater','2026-11-30');
INSERT INTO "companies" VALUES('asagiri','Asagiri','2026-07-01');
INSERT INTO "companies" VALUES('bekko','Bekko','2026-07-01');
INSERT INTO "companies" VALUES('chidori','Chidori','2026-07-01');
INSERT INTO "companies" VALUES('crownpoint','Crown Point','2026-07-01');
INSERT INTO "companies" VALUES('donguri','Donguri','2026-07-01');
INSERT INTO "companies" VALUES('elmpartners','Elm Partners','2026-07-01');
INSERT INTO "companies" VALUES('enokicloud','Enoki Cloud','2026-07-01');
INSERT INTO "companies" VALUES('fukuro','Fukuro','2026-07-01');
INSERT INTO "companies" VALUES('genko','Genko','2026-07-01');
INSERT INTO "companies" VALUES('hamaguriads','Hamaguri Ads','2026-07-01');
INSERT INTO "companies" VALUES('hamagurisecurity','Hamaguri Security','2026-07-01');
INSERT INTO "companies" VALUES('harborbank','Harbor Bank','2026-07-01');
INSERT INTO "companies" VALUES('hoshimotors','Hoshi Motors','2026-07-01');
INSERT INTO "companies" VALUES('isoshigi','Isoshigi','2026-07-01');
INSERT INTO "companies" VALUES('jorou','Jorou','2026-07-01');
INSERT INTO "companies" VALUES('karasu','Karasu','2026-07-01');
INSERT INTO "companies" VALUES('kitecapital','Kite Capital','2026-07-01');
INSERT INTO "companies" VALUES('nagiai','Nagi AI','2026-07-01');
INSERT INTO "companies" VALUES('ridge&rowe','Ridge & Rowe','2026-07-01');
INSERT INTO "companies" VALUES('三条銀行','三条銀行','2026-07-01');
INSERT INTO "companies" VALUES('東雲キャピタルパートナーズ','東雲キャピタル・パートナーズ','2026-07-01');
INSERT INTO "companies" VALUES('欧州研究機構','欧州研究機構','2026-07-01');
INSERT INTO "companies" VALUES('briarlabs','Briar Labs','2026-11-29');
INSERT INTO "companies" VALUES('copperfield','Copperfield','2026-11-29');
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
INSERT INTO "deliveries" VALUES(1,1,'web','web','local','briefings','[]','Japanese','us-ai','2026-11-30',3,2,'Done',639316172158856149,639316172158856149,639316388158856149,639316172158856149,'1');
INSERT INTO "deliveries" VALUES(2,1,'web','web','local','briefings','[]','Japanese','us-ai','2026-11-29',4,1,'Open',639316172488204142,639316172488204142,639316388488204142,639316172488204142,NULL);
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
INSERT INTO "items" VALUES(1,1,'us-ai','2026-03-04','News','lanterngrid余剰電力の夜間入札を開始','TechnologyNews',1,1,'Lantern Grid、余剰電力の夜間入札を開始','Lantern Grid、余剰電力の夜間入札を開始: 冷凍倉庫の余り電力を30分単位で売る市場を開きました。買い手は学習ジョブを登録し、価格が下がった時間だけ走らせます。','{"section":"TechnologyNews","headline":"Lantern Grid、余剰電力の夜間入札を開始","companies":["Lantern Grid"],"sectionOrder":1,"citations":[1],"position":{"line":11,"column":1},"markdown":"**Lantern Grid、余剰電力の夜間入札を開始**: 冷凍倉庫の余り電力を30分単位で売る市場を開きました [1]。買い手は学習ジョブを登録し、価格が下がった時間だけ走らせます。"}',NULL,NULL,NULL,1,NULL,0);
INSERT INTO "items" VALUES(2,1,'us-ai','2026-03-04','News','mossbank油冷の静音機を公開','TechnologyNews',1,2,'Mossbank、油冷の静音機を公開','Mossbank、油冷の静音機を公開：騒音は図書館並みの35デシベルです。 冷却油は植物由来です。 保証は五年です。','{"section":"TechnologyNews","headline":"Mossbank、油冷の静音機を公開","companies":["Mossbank"],"sectionOrder":1,"citations":[2,3],"position":{"line":12,"column":1},"markdown":"**Mossbank、油冷の静音機を公開**：騒音は図書館並みの35デシベルです [2, 3]。\n- 冷却油は植物由来です。\n- 保証は五年です [3]。"}',NULL,NULL,NULL,1,NULL,0);
INSERT INTO "items" VALUES(3,1,'us-ai','2026-03-04','News','quayrobotics','TechnologyNews',1,3,'Quay Robotics','Quay Robotics: 荷役ロボットの手首を交換式に改めました。','{"section":"TechnologyNews","headline":"Quay Robotics","companies":["Quay Robotics"],"sectionOrder":1,"citations":[4],"position":{"line":15,"column":1},"markdown":"Quay Robotics: 荷役ロボットの手首を交換式に改めました [4]。"}',NULL,NULL,NULL,1,NULL,0);
INSERT INTO "items" VALUES(4,1,'us-ai','2026-03-04','News','tidewater','TechnologyNews',1,4,'Tidewater','Tidewaterは港の地図を公開しました。','{"section":"TechnologyNews","headline":"Tidewater","companies":["Tidewater"],"sectionOrder":1,"citations":[99],"position":{"line":16,"column":1},"markdown":"**Tidewater**は港の地図を公開しました [99]。"}',NULL,NULL,NULL,1,NULL,0);
INSERT INTO "items" VALUES(5,1,'us-ai','2026-03-04','Funding','lanterngrid','Startups',2,1,'Lantern Grid','Lantern Grid 港湾電力の入札市場 2.4億ドル（シリーズB） / 19億ドル Pier Capital（リード）, Slate Fund 余剰電力の価格形成 ロングビーチ','{"company":"Lantern Grid","amount":{"value":240000000.0,"currency":"USD","approximate":false,"raw":"2.4億ドル"},"valuation":{"value":1900000000,"currency":"USD","approximate":false,"raw":"19億ドル"},"undisclosed":false,"stage":"series-b","investors":["Pier Capital","Slate Fund"],"fields":[{"role":"Company","header":"企業名","markdown":"**Lantern Grid**"},{"role":"Summary","header":"概要","markdown":"港湾電力の入札市場"},{"role":"Amount","header":"調達額/評価額","markdown":"2.4億ドル（シリーズB） / 19億ドル"},{"role":"Investors","header":"主要投資家","markdown":"Pier Capital（リード）, Slate Fund"},{"role":"Potential","header":"未来変革ポテンシャル","markdown":"余剰電力の**価格形成**"},{"role":"Other","header":"拠点","markdown":"ロングビーチ"},{"role":"Citations","header":"引用","markdown":"[1]"}],"sectionOrder":2,"citations":[1],"position":{"line":22,"column":1},"markdown":"| **Lantern Grid** | 港湾電力の入札市場 | 2.4億ドル（シリーズB） / 19億ドル | Pier Capital（リード）, Slate Fund | 余剰電力の**価格形成** | ロングビーチ | [1] |"}','lanterngrid',NULL,NULL,1,NULL,0);
INSERT INTO "items" VALUES(6,1,'us-ai','2026-03-04','Funding','mossbank','Startups',2,2,'Mossbank','Mossbank 油冷の計算機 約9000万ドル（シリーズA） Fern Ventures、Slate Fundほか','{"company":"Mossbank","amount":{"value":90000000,"currency":"USD","approximate":true,"raw":"約9000万ドル"},"undisclosed":false,"stage":"series-a","investors":["Fern Ventures","Slate Fund"],"fields":[{"role":"Company","header":"企業名","markdown":"**Mossbank**"},{"role":"Summary","header":"概要","markdown":"油冷の計算機"},{"role":"Amount","header":"調達額/評価額","markdown":"約9000万ドル（シリーズA）"},{"role":"Investors","header":"主要投資家","markdown":"Fern Ventures、Slate Fundほか"},{"role":"Potential","header":"未来変革ポテンシャル","markdown":"-"},{"role":"Other","header":"拠点","markdown":"-"},{"role":"Citations","header":"引用","markdown":"[2]"}],"sectionOrder":2,"citations":[2],"position":{"line":23,"column":1},"markdown":"| **Mossbank** | 油冷の計算機 | 約9000万ドル（シリーズA） | Fern Ventures、Slate Fundほか | - | - | [2] |"}','mossbank',NULL,NULL,1,NULL,0);
INSERT INTO "items" VALUES(7,1,'us-ai','2026-03-04','Funding','quayrobotics','Startups',2,3,'Quay Robotics','Quay Robotics 荷役ロボット 3〜5億円 交換式の手首 神戸','{"company":"Quay Robotics","amount":{"min":300000000,"max":500000000,"currency":"JPY","approximate":false,"raw":"3〜5億円"},"undisclosed":false,"investors":[],"fields":[{"role":"Company","header":"企業名","markdown":"**Quay Robotics**"},{"role":"Summary","header":"概要","markdown":"荷役ロボット"},{"role":"Amount","header":"調達額/評価額","markdown":"3〜5億円"},{"role":"Investors","header":"主要投資家","markdown":"-"},{"role":"Potential","header":"未来変革ポテンシャル","markdown":"交換式の手首"},{"role":"Other","header":"拠点","markdown":"神戸"},{"role":"Citations","header":"引用","markdown":"[4]"}],"sectionOrder":2,"citations":[4],"position":{"line":24,"column":1},"markdown":"| **Quay Robotics** | 荷役ロボット | 3〜5億円 | - | 交換式の手首 | 神戸 | [4] |"}','quayrobotics',NULL,NULL,1,NULL,0);
INSERT INTO "items" VALUES(8,1,'us-ai','2026-03-04','Funding','tidewater','Startups',2,4,'Tidewater','Tidewater 港の地図 非公開（シード） Pier Capital 浅瀬の自動測量','{"company":"Tidewater","undisclosed":true,"stage":"seed","investors":["Pier Capital"],"fields":[{"role":"Company","header":"企業名","markdown":"**Tidewater**"},{"role":"Summary","header":"概要","markdown":"港の地図"},{"role":"Amount","header":"調達額/評価額","markdown":"非公開（シード）"},{"role":"Investors","header":"主要投資家","markdown":"Pier Capital"},{"role":"Potential","header":"未来変革ポテンシャル","markdown":"浅瀬の自動測量"},{"role":"Other","header":"拠点","markdown":""},{"role":"Citations","header":"引用","markdown":"[5]"}],"sectionOrder":2,"citations":[5],"position":{"line":25,"column":1},"markdown":"| **Tidewater** | 港の地図 | 非公開（シード） | Pier Capital | 浅瀬の自動測量 | | [5] |"}','tidewater',NULL,NULL,1,NULL,0);
INSERT INTO "items" VALUES(9,1,'us-ai','2026-03-04','Funding','harrow','Startups',2,5,'Harrow','Harrow 船の保険 12億円 Cove & Sons 事故の予測 横浜','{"company":"Harrow","amount":{"value":1200000000,"currency":"JPY","approximate":false,"raw":"12億円"},"undisclosed":false,"investors":["Cove & Sons"],"fields":[{"role":"Company","header":"企業名","markdown":"**Harrow**"},{"role":"Summary","header":"概要","markdown":"船の保険"},{"role":"Amount","header":"調達額/評価額","markdown":"12億円"},{"role":"Investors","header":"主要投資家","markdown":"Cove & Sons"},{"role":"Potential","header":"未来変革ポテンシャル","markdown":"事故の予測"},{"role":"Other","header":"拠点","markdown":"横浜"},{"role":"Citations","header":"引用","markdown":"[5]"}],"sectionOrder":2,"citations":[5],"position":{"line":26,"column":1},"markdown":"| **Harrow** | 船の保険 | 12億円 | Cove & Sons | 事故の予測 | 横浜 | [5] |"}','harrow',NULL,NULL,1,NULL,0);
INSERT INTO "items" VALUES(10,1,'us-ai','2026-03-04','Outlook','Short','Outlook',7,1,'短期（〜1年）','夜間入札の定着が進みます。','{"horizon":"Short","label":"短期（〜1年）","headline":"夜間入札の定着","text":"夜間入札の定着が進みます。","toYears":1,"body":"**夜間入札の定着**が進みます。","sectionOrder":7,"citations":[],"position":{"line":58,"column":1},"markdown":"**短期（〜1年）**: **夜間入札の定着**が進みます。"}',NULL,'Short',NULL,1,NULL,0);
INSERT INTO "items" VALUES(11,1,'us-ai','2026-03-04','Outlook','Medium','Outlook',7,2,'中期（1〜3年）','静音機の標準化が議論されます。 置き場所の制約が緩みます。','{"horizon":"Medium","label":"中期（1〜3年）","headline":"静音機の標準化","text":"静音機の標準化が議論されます。 置き場所の制約が緩みます。","fromYears":1,"toYears":3,"body":"**静音機の標準化**が議論されます。\n\n置き場所の制約が緩みます。","sectionOrder":7,"citations":[],"position":{"line":59,"column":1},"markdown":"**中期（1〜3年）**: **静音機の標準化**が議論されます。\n\n置き場所の制約が緩みます。"}',NULL,'Medium',NULL,1,NULL,0);
INSERT INTO "items" VALUES(12,1,'us-ai','2026-03-04','Outlook','Long','Outlook',7,3,'長期（3年〜）','港が計算の拠点になります。','{"horizon":"Long","label":"長期（3年〜）","text":"港が計算の拠点になります。","fromYears":3,"body":"港が計算の拠点になります。","sectionOrder":7,"citations":[],"position":{"line":62,"column":1},"markdown":"**長期（3年〜）**: 港が計算の拠点になります。"}',NULL,'Long',NULL,1,NULL,0);
INSERT INTO "items" VALUES(13,1,'us-ai','2026-03-04','DeepDive','油で冷やす音のない部屋へ','FutureTech',3,1,'油で冷やす: 音のない部屋へ','油で冷やす: 音のない部屋へ 油は水より熱を運ぶのが遅く、そのかわり部品を錆びさせません。 「音がしないことが、いちばんの機能です」 - Mossbankの設計チーム','{"title":"油で冷やす: 音のない部屋へ","sectionOrder":3,"citations":[2,3],"position":{"line":32,"column":1},"markdown":"### 油で冷やす: 音のない部屋へ\n\n油は水より熱を運ぶのが遅く、そのかわり部品を錆びさせません [2]。\n\n> 「音がしないことが、いちばんの機能です」 - Mossbankの設計チーム [3]"}',NULL,NULL,NULL,1,NULL,0);
INSERT INTO "items" VALUES(14,1,'us-ai','2026-03-04','ComparisonRow','騒音','Analysis',4,1,'騒音','騒音 70デシベル 55デシベル 35デシベル','{"sectionOrder":4,"table":1,"columns":["観点","空冷","水冷","油冷"],"cells":["騒音","70デシベル","55デシベル","35デシベル"]}',NULL,NULL,NULL,1,NULL,0);
INSERT INTO "items" VALUES(15,1,'us-ai','2026-03-04','ComparisonRow','保証','Analysis',4,2,'保証','保証 三年  五年','{"sectionOrder":4,"table":1,"columns":["観点","空冷","水冷","油冷"],"cells":["保証","三年","-","五年"]}',NULL,NULL,NULL,1,NULL,0);
INSERT INTO "items" VALUES(16,1,'us-ai','2026-03-04','Reference','https://harborledger.example/night-auctions','References',8,1,'Night auctions open at the port','Harbor Ledger. (2026, March 4). Night auctions open at the port. https://harborledger.example/night-auctions','{"number":1,"publisher":"Harbor Ledger","date":"2026-03-04","title":"Night auctions open at the port","url":"https://harborledger.example/night-auctions","position":{"line":66,"column":1},"text":"Harbor Ledger. (2026, March 4). Night auctions open at the port. https://harborledger.example/night-auctions"}',NULL,NULL,1,1,NULL,0);
INSERT INTO "items" VALUES(17,1,'us-ai','2026-03-04','Reference','https://coolingnotes.example/silent','References',8,2,'A computer without a sound','Cooling Notes. (2026, March 3). A computer without a sound. https://coolingnotes.example/silent','{"number":2,"publisher":"Cooling Notes","date":"2026-03-03","title":"A computer without a sound","url":"https://coolingnotes.example/silent","position":{"line":68,"column":1},"text":"Cooling Notes. (2026, March 3). A computer without a sound. https://coolingnotes.example/silent"}',NULL,NULL,2,1,NULL,0);
INSERT INTO "items" VALUES(18,1,'us-ai','2026-03-04','Reference','https://coolingnotes.example/five-years','References',8,3,'Five years of oil','Cooling Notes. (2026, March 4). Five years of oil. https://coolingnotes.example/five-years','{"number":3,"publisher":"Cooling Notes","date":"2026-03-04","title":"Five years of oil","url":"https://coolingnotes.example/five-years","position":{"line":70,"column":1},"text":"Cooling Notes. (2026, March 4). Five years of oil. https://coolingnotes.example/five-years"}',NULL,NULL,3,1,NULL,0);
INSERT INTO "items" VALUES(19,1,'us-ai','2026-03-04','Reference','https://dockweekly.example/wrist','References',8,4,'A wrist that comes off','Dock Weekly. (2026, March 4). A wrist that comes off. https://dockweekly.example/wrist','{"number":4,"publisher":"Dock Weekly","date":"2026-03-04","title":"A wrist that comes off","url":"https://dockweekly.example/wrist","position":{"line":72,"column":1},"text":"Dock Weekly. (2026, March 4). A wrist that comes off. https://dockweekly.example/wrist"}',NULL,NULL,4,1,NULL,0);
INSERT INTO "items" VALUES(20,1,'us-ai','2026-03-04','Reference','https://harborledger.example/maps','References',8,5,'Maps and cover for small ships','Harbor Ledger. (2026, March). Maps and cover for small ships. https://harborledger.example/maps','{"number":5,"publisher":"Harbor Ledger","date":"2026-03","title":"Maps and cover for small ships","url":"https://harborledger.example/maps","position":{"line":74,"column":1},"text":"Harbor Ledger. (2026, March). Maps and cover for small ships. https://harborledger.example/maps"}',NULL,NULL,5,1,NULL,0);
INSERT INTO "items" VALUES(21,1,'us-ai','2026-03-04','Reference','quieternights','References',8,6,'Quieter nights','Port Gazette. (2026, March 2). Quieter nights. 図書館で閲覧。','{"number":6,"publisher":"Port Gazette","date":"2026-03-02","title":"Quieter nights","position":{"line":76,"column":1},"text":"Port Gazette. (2026, March 2). Quieter nights. 図書館で閲覧。"}',NULL,NULL,6,1,NULL,0);
INSERT INTO "items" VALUES(22,2,'us-ai','2026-07-01','News','桁を読むモデル','TechnologyNews',2,1,'桁を読むモデル','桁を読むモデル：Asagiriは、決算書の単位を取り違えないモデルを公開した','{"section":"TechnologyNews","headline":"桁を読むモデル","companies":[],"sectionOrder":2,"citations":[1,2],"position":{"line":29,"column":1},"markdown":"**桁を読むモデル**：Asagiriは、決算書の単位を取り違えないモデルを公開した【1】【２】"}',NULL,NULL,NULL,1,NULL,0);
INSERT INTO "items" VALUES(23,2,'us-ai','2026-07-01','News','円建てgpuを貸し出し','TechnologyNews',2,2,'「円建てGPU」を貸し出し','「円建てGPU」を貸し出し――Enoki Cloudは円で払える時間貸しを始めました','{"section":"TechnologyNews","headline":"「円建てGPU」を貸し出し","companies":[],"sectionOrder":2,"citations":[5],"position":{"line":30,"column":1},"markdown":"**「円建てGPU」を貸し出し**――Enoki Cloudは円で払える時間貸しを始めました【5】"}',NULL,NULL,NULL,1,NULL,0);
INSERT INTO "items" VALUES(24,2,'us-ai','2026-07-01','News','ドル建ての料金は据え置き','TechnologyNews',2,3,'ドル建ての料金は据え置き。','ドル建ての料金は据え置き。ただし電力の加算があります','{"section":"TechnologyNews","headline":"ドル建ての料金は据え置き。","companies":[],"sectionOrder":2,"citations":[6],"position":{"line":31,"column":1},"markdown":"ドル建ての料金は据え置き。ただし電力の加算があります［６］"}',NULL,NULL,NULL,1,NULL,0);
INSERT INTO "items" VALUES(25,2,'us-ai','2026-07-01','News','表示回数の数え方が七月から変わります','MarketingNews',3,4,'表示回数の数え方が、七月から変わります。','表示回数の数え方が、七月から変わります。Hamaguri Adsが先行しました','{"section":"MarketingNews","headline":"表示回数の数え方が、七月から変わります。","companies":[],"sectionOrder":3,"citations":[7],"position":{"line":35,"column":1},"markdown":"表示回数の数え方が、七月から変わります。**Hamaguri Ads**が先行しました【７】"}',NULL,NULL,NULL,1,NULL,0);
INSERT INTO "items" VALUES(26,2,'us-ai','2026-07-01','News','fukuro処方薬の広告をやめる','MarketingNews',3,5,'Fukuro、処方薬の広告をやめる','Fukuro、処方薬の広告をやめる: 理由は費用対効果です','{"section":"MarketingNews","headline":"Fukuro、処方薬の広告をやめる","companies":["Fukuro"],"sectionOrder":3,"citations":[6,8],"position":{"line":36,"column":1},"markdown":"**Fukuro、処方薬の広告をやめる**: 理由は費用対効果です【6】【8】"}',NULL,NULL,NULL,1,NULL,0);
INSERT INTO "items" VALUES(27,2,'us-ai','2026-07-01','Funding','asagiri','Startups',1,1,'Asagiri','1 Asagiri 1,250 9,800 シリーズD 東雲キャピタル・パートナーズ／Ridge & Rowe','{"company":"Asagiri","amount":{"value":125000000000,"currency":"JPY","approximate":false,"raw":"1,250"},"valuation":{"value":980000000000,"currency":"JPY","approximate":false,"raw":"9,800"},"undisclosed":false,"stage":"series-d","investors":["東雲キャピタル・パートナーズ","Ridge & Rowe"],"fields":[{"role":"Other","header":"番号","markdown":"1"},{"role":"Company","header":"会社","markdown":"**Asagiri**"},{"role":"Amount","header":"金額（億円）","markdown":"1,250"},{"role":"Valuation","header":"企業価値（億円）","markdown":"9,800"},{"role":"Stage","header":"段階","markdown":"シリーズD"},{"role":"Investors","header":"出し手","markdown":"東雲キャピタル・パートナーズ／Ridge & Rowe"},{"role":"Citations","header":"根拠","markdown":"1"}],"sectionOrder":1,"citations":[1],"position":{"line":9,"column":1},"markdown":"| 1 | **Asagiri** | 1,250 | 9,800 | シリーズD | 東雲キャピタル・パートナーズ／Ridge & Rowe | 1 |"}','asagiri',NULL,NULL,1,NULL,0);
INSERT INTO "items" VALUES(28,2,'us-ai','2026-07-01','Funding','bekko','Startups',1,2,'Bekko','2 Bekko 約40 シリーズA（追加クローズ） Kite Capital他2社','{"company":"Bekko","amount":{"value":4000000000,"currency":"JPY","approximate":true,"raw":"約40"},"undisclosed":false,"stage":"series-a-extension","investors":["Kite Capital"],"fields":[{"role":"Other","header":"番号","markdown":"2"},{"role":"Company","header":"会社","markdown":"**Bekko**"},{"role":"Amount","header":"金額（億円）","markdown":"約40"},{"role":"Valuation","header":"企業価値（億円）","markdown":"-"},{"role":"Stage","header":"段階","markdown":"シリーズA（追加クローズ）"},{"role":"Investors","header":"出し手","markdown":"Kite Capital他2社"},{"role":"Citations","header":"根拠","markdown":"2、3"}],"sectionOrder":1,"citations":[2,3],"position":{"line":10,"column":1},"markdown":"| 2 | **Bekko** | 約40 | - | シリーズA（追加クローズ） | Kite Capital他2社 | 2、3 |"}','bekko',NULL,NULL,1,NULL,0);
INSERT INTO "items" VALUES(29,2,'us-ai','2026-07-01','Funding','chidori','Startups',1,3,'Chidori','3 Chidori 非開示 300超 戦略投資 Hoshi Motors','{"company":"Chidori","valuation":{"value":30000000000,"currency":"JPY","approximate":true,"raw":"300超"},"undisclosed":true,"stage":"strategic","investors":["Hoshi Motors"],"fields":[{"role":"Other","header":"番号","markdown":"3"},{"role":"Company","header":"会社","markdown":"**Chidori**"},{"role":"Amount","header":"金額（億円）","markdown":"非開示"},{"role":"Valuation","header":"企業価値（億円）","markdown":"300超"},{"role":"Stage","header":"段階","markdown":"戦略投資"},{"role":"Investors","header":"出し手","markdown":"Hoshi Motors"},{"role":"Citations","header":"根拠","markdown":"3"}],"sectionOrder":1,"citations":[3],"position":{"line":11,"column":1},"markdown":"| 3 | **Chidori** | 非開示 | 300超 | 戦略投資 | Hoshi Motors | 3 |"}','chidori',NULL,NULL,1,NULL,0);
INSERT INTO "items" VALUES(30,2,'us-ai','2026-07-01','Funding','donguri','Startups',1,4,'Donguri','4 Donguri 5～8 － プレシード なし','{"company":"Donguri","amount":{"min":500000000,"max":800000000,"currency":"JPY","approximate":false,"raw":"5～8"},"undisclosed":false,"stage":"pre-seed","investors":[],"fields":[{"role":"Other","header":"番号","markdown":"4"},{"role":"Company","header":"会社","markdown":"**Donguri**"},{"role":"Amount","header":"金額（億円）","markdown":"5～8"},{"role":"Valuation","header":"企業価値（億円）","markdown":"－"},{"role":"Stage","header":"段階","markdown":"プレシード"},{"role":"Investors","header":"出し手","markdown":"なし"},{"role":"Citations","header":"根拠","markdown":"4"}],"sectionOrder":1,"citations":[4],"position":{"line":12,"column":1},"markdown":"| 4 | **Donguri** | 5～8 | － | プレシード | なし | 4 |"}','donguri',NULL,NULL,1,NULL,0);
INSERT INTO "items" VALUES(31,2,'us-ai','2026-07-01','Funding','enokicloud','Startups',1,5,'Enoki Cloud','Enoki Cloud データセンター 1兆5,000億円（100億ドル相当）の融資枠 三条銀行、Harbor Bankなど','{"company":"Enoki Cloud","amount":{"value":1500000000000,"currency":"JPY","approximate":false,"raw":"1兆5,000億円"},"undisclosed":false,"stage":"debt","investors":["三条銀行","Harbor Bank"],"fields":[{"role":"Company","header":"企業","markdown":"Enoki Cloud"},{"role":"Summary","header":"内容","markdown":"データセンター"},{"role":"Amount","header":"規模","markdown":"1兆5,000億円（100億ドル相当）の融資枠"},{"role":"Investors","header":"引受","markdown":"三条銀行、Harbor Bankなど [5]"}],"sectionOrder":1,"citations":[5],"position":{"line":18,"column":1},"markdown":"| Enoki Cloud | データセンター | 1兆5,000億円（100億ドル相当）の融資枠 | 三条銀行、Harbor Bankなど [5] |"}','enokicloud',NULL,NULL,1,NULL,0);
INSERT INTO "items" VALUES(32,2,'us-ai','2026-07-01','Funding','fukuro','Startups',1,6,'Fukuro','Fukuro 創薬 最大5億ドル（うち2億ドルは成功報酬）、買収 Hoshi Motors','{"company":"Fukuro","amount":{"value":500000000,"currency":"USD","approximate":true,"raw":"最大5億ドル"},"undisclosed":false,"stage":"acquisition","investors":["Hoshi Motors"],"fields":[{"role":"Company","header":"企業","markdown":"Fukuro"},{"role":"Summary","header":"内容","markdown":"創薬"},{"role":"Amount","header":"規模","markdown":"最大5億ドル（うち2億ドルは成功報酬）、買収"},{"role":"Investors","header":"引受","markdown":"Hoshi Motors [6]"}],"sectionOrder":1,"citations":[6],"position":{"line":19,"column":1},"markdown":"| Fukuro | 創薬 | 最大5億ドル（うち2億ドルは成功報酬）、買収 | Hoshi Motors [6] |"}','fukuro',NULL,NULL,1,NULL,0);
INSERT INTO "items" VALUES(33,2,'us-ai','2026-07-01','Funding','genko','Startups',1,7,'Genko','Genko 教育 千五百万ドル（シリーズA）、累計4,200万ドル Elm Partners','{"company":"Genko","amount":{"value":15000000,"currency":"USD","approximate":false,"raw":"千五百万ドル"},"undisclosed":false,"stage":"series-a","investors":["Elm Partners"],"fields":[{"role":"Company","header":"企業","markdown":"Genko"},{"role":"Summary","header":"内容","markdown":"教育"},{"role":"Amount","header":"規模","markdown":"千五百万ドル（シリーズA）、累計4,200万ドル"},{"role":"Investors","header":"引受","markdown":"Elm Partners [6]"}],"sectionOrder":1,"citations":[6],"position":{"line":20,"column":1},"markdown":"| Genko | 教育 | 千五百万ドル（シリーズA）、累計4,200万ドル | Elm Partners [6] |"}','genko',NULL,NULL,1,NULL,0);
INSERT INTO "items" VALUES(34,2,'us-ai','2026-07-01','Funding','hamagurisecurity','Startups',1,8,'Hamaguri Security','Hamaguri SecurityはシリーズCで9,900万ドルを調達したと発表した。ラウンドはCrown Pointと東雲キャピタル・パートナーズが共同で主導し、評価額は前回の2倍の11億ドルになった','{"company":"Hamaguri Security","amount":{"value":99000000,"currency":"USD","approximate":false,"raw":"9,900万ドル"},"valuation":{"value":1100000000,"currency":"USD","approximate":false,"raw":"11億ドル"},"undisclosed":false,"stage":"series-c","investors":["Crown Point","東雲キャピタル・パートナーズ"],"fields":[{"role":"Summary","header":"","markdown":"**Hamaguri Security**はシリーズCで9,900万ドルを調達したと発表した。ラウンドはCrown Pointと東雲キャピタル・パートナーズが共同で主導し、評価額は前回の2倍の11億ドルになった [7]"}],"sectionOrder":1,"citations":[7],"position":{"line":22,"column":1},"markdown":"**Hamaguri Security**はシリーズCで9,900万ドルを調達したと発表した。ラウンドはCrown Pointと東雲キャピタル・パートナーズが共同で主導し、評価額は前回の2倍の11億ドルになった [7]"}','hamagurisecurity',NULL,NULL,1,NULL,0);
INSERT INTO "items" VALUES(35,2,'us-ai','2026-07-01','Funding','isoshigi','Startups',1,9,'Isoshigi','Isoshigi：新株予約権付社債で20億円。引受先はKite CapitalとNagi AI','{"company":"Isoshigi","amount":{"value":2000000000,"currency":"JPY","approximate":false,"raw":"20億円"},"undisclosed":false,"stage":"convertible","investors":["Kite Capital","Nagi AI"],"fields":[{"role":"Summary","header":"","markdown":"**Isoshigi**：新株予約権付社債で20億円。引受先はKite CapitalとNagi AI [7]"}],"sectionOrder":1,"citations":[7],"position":{"line":23,"column":1},"markdown":"**Isoshigi**：新株予約権付社債で20億円。引受先はKite CapitalとNagi AI [7]"}','isoshigi',NULL,NULL,1,NULL,0);
INSERT INTO "items" VALUES(36,2,'us-ai','2026-07-01','Funding','jorou','Startups',1,10,'Jorou','Jorou：助成金として3.5百万ユーロを受領（欧州研究機構から）','{"company":"Jorou","amount":{"value":3500000.0,"currency":"EUR","approximate":false,"raw":"3.5百万ユーロ"},"undisclosed":false,"stage":"grant","investors":["欧州研究機構"],"fields":[{"role":"Summary","header":"","markdown":"**Jorou**：助成金として3.5百万ユーロを受領（欧州研究機構から）[8]"}],"sectionOrder":1,"citations":[8],"position":{"line":24,"column":1},"markdown":"**Jorou**：助成金として3.5百万ユーロを受領（欧州研究機構から）[8]"}','jorou',NULL,NULL,1,NULL,0);
INSERT INTO "items" VALUES(37,2,'us-ai','2026-07-01','Outlook','Short','Outlook',6,1,'短期（年内）','料金表の単位がそろいます。','{"horizon":"Short","label":"短期（年内）","headline":"料金表の単位","text":"料金表の単位がそろいます。","body":"**料金表の単位**がそろいます。","sectionOrder":6,"citations":[],"position":{"line":53,"column":1},"markdown":"短期（年内）：**料金表の単位**がそろいます。"}',NULL,'Short',NULL,1,NULL,0);
INSERT INTO "items" VALUES(38,2,'us-ai','2026-07-01','Outlook','Medium','Outlook',6,2,'中期（向こう2〜3年）','円建ての先物が立ち上がります。','{"horizon":"Medium","label":"中期（向こう2〜3年）","text":"円建ての先物が立ち上がります。","fromYears":2,"toYears":3,"body":"円建ての先物が立ち上がります【5】。","sectionOrder":6,"citations":[5],"position":{"line":55,"column":1},"markdown":"中期（向こう2〜3年）：円建ての先物が立ち上がります【5】。"}',NULL,'Medium',NULL,1,NULL,0);
INSERT INTO "items" VALUES(39,2,'us-ai','2026-07-01','Outlook','Long','Outlook',6,3,'長期（5年超）','単位の自動翻訳が当たり前になります。読み違えは昔話です。','{"horizon":"Long","label":"長期（5年超）","headline":"単位の自動翻訳","text":"単位の自動翻訳が当たり前になります。読み違えは昔話です。","fromYears":5,"body":"**単位の自動翻訳**が当たり前になります。読み違えは昔話です。","sectionOrder":6,"citations":[],"position":{"line":57,"column":1},"markdown":"長期（5年超）：**単位の自動翻訳**が当たり前になります。読み違えは昔話です。"}',NULL,'Long',NULL,1,NULL,0);
INSERT INTO "items" VALUES(40,2,'us-ai','2026-07-01','DeepDive','単位つきの数','FutureTech',5,1,'単位つきの数','単位つきの数（研究段階）：計算の途中で単位を失わない回路です。','{"title":"単位つきの数","sectionOrder":5,"citations":[8],"position":{"line":48,"column":1},"markdown":"**単位つきの数**（研究段階）：計算の途中で単位を失わない回路です【8】。"}',NULL,NULL,NULL,1,NULL,0);
INSERT INTO "items" VALUES(41,2,'us-ai','2026-07-01','DeepDive','桁あふれを起こさない記憶素子','FutureTech',5,2,'桁あふれを起こさない記憶素子','桁あふれを起こさない記憶素子：十進のまま覚えます。','{"title":"桁あふれを起こさない記憶素子","sectionOrder":5,"citations":[1,8],"position":{"line":49,"column":1},"markdown":"**桁あふれを起こさない記憶素子**：十進のまま覚えます【1、8】。"}',NULL,NULL,NULL,1,NULL,0);
INSERT INTO "items" VALUES(42,2,'us-ai','2026-07-01','ComparisonRow','万進','Analysis',4,1,'万進','万進 日本、中国 12','{"sectionOrder":4,"table":1,"columns":["数え方","使う国","一兆の桁"],"cells":["万進","日本、中国","12"]}',NULL,NULL,NULL,1,NULL,0);
INSERT INTO "items" VALUES(43,2,'us-ai','2026-07-01','ComparisonRow','千進','Analysis',4,2,'千進','千進 米国 12','{"sectionOrder":4,"table":1,"columns":["数え方","使う国","一兆の桁"],"cells":["千進","米国","12"]}',NULL,NULL,NULL,1,NULL,0);
INSERT INTO "items" VALUES(44,2,'us-ai','2026-07-01','ComparisonRow','ラーククロール','Analysis',4,3,'ラーク・クロール','ラーク・クロール インド 12','{"sectionOrder":4,"table":1,"columns":["数え方","使う国","一兆の桁"],"cells":["ラーク・クロール","インド","12"]}',NULL,NULL,NULL,1,NULL,0);
INSERT INTO "items" VALUES(45,2,'us-ai','2026-07-01','Reference','https://shinonome.example/asagiri','References',8,1,'Asagiri、1250億円','東雲経済. (2026年7月1日). Asagiri、1250億円. https://shinonome.example/asagiri','{"number":1,"publisher":"東雲経済","date":"2026-07-01","title":"Asagiri、1250億円","url":"https://shinonome.example/asagiri","position":{"line":68,"column":1},"text":"東雲経済. (2026年7月1日). Asagiri、1250億円. https://shinonome.example/asagiri"}',NULL,NULL,1,1,NULL,0);
INSERT INTO "items" VALUES(46,2,'us-ai','2026-07-01','Reference','https://tani.example/bekko','References',8,2,'追加の四十億円','単位通信. (2026年6月30日). 追加の四十億円. https://tani.example/bekko','{"number":2,"publisher":"単位通信","date":"2026-06-30","title":"追加の四十億円","url":"https://tani.example/bekko","position":{"line":69,"column":1},"text":"単位通信. (2026年6月30日). 追加の四十億円. https://tani.example/bekko"}',NULL,NULL,2,1,NULL,0);
INSERT INTO "items" VALUES(47,2,'us-ai','2026-07-01','Reference','https://tani.example/chidori','References',8,3,'Chidoriの新しい株主','単位通信. (2026年6月30日). Chidoriの新しい株主. https://tani.example/chidori','{"number":3,"publisher":"単位通信","date":"2026-06-30","title":"Chidoriの新しい株主","url":"https://tani.example/chidori","position":{"line":70,"column":1},"text":"単位通信. (2026年6月30日). Chidoriの新しい株主. https://tani.example/chidori"}',NULL,NULL,3,1,NULL,0);
INSERT INTO "items" VALUES(48,2,'us-ai','2026-07-01','Reference','https://donguri.example/seed','References',8,4,'小さな種','どんぐり新聞. (2026年6月29日). 小さな種. https://donguri.example/seed','{"number":4,"publisher":"どんぐり新聞","date":"2026-06-29","title":"小さな種","url":"https://donguri.example/seed","position":{"line":71,"column":1},"text":"どんぐり新聞. (2026年6月29日). 小さな種. https://donguri.example/seed"}',NULL,NULL,4,1,NULL,0);
INSERT INTO "items" VALUES(49,2,'us-ai','2026-07-01','Reference','https://yencloud.example/enoki','References',8,5,'GPUs you can pay for in yen','Yen Cloud Letter. (2026, July 1). GPUs you can pay for in yen. https://yencloud.example/enoki','{"number":5,"publisher":"Yen Cloud Letter","date":"2026-07-01","title":"GPUs you can pay for in yen","url":"https://yencloud.example/enoki","position":{"line":72,"column":1},"text":"Yen Cloud Letter. (2026, July 1). GPUs you can pay for in yen. https://yencloud.example/enoki"}',NULL,NULL,5,1,NULL,0);
INSERT INTO "items" VALUES(50,2,'us-ai','2026-07-01','Reference','https://pharmacount.example/fukuro','References',8,6,'Five hundred million, perhaps','Pharma Count. (2026, June 30). Five hundred million, perhaps. https://pharmacount.example/fukuro','{"number":6,"publisher":"Pharma Count","date":"2026-06-30","title":"Five hundred million, perhaps","url":"https://pharmacount.example/fukuro","position":{"line":73,"column":1},"text":"Pharma Count. (2026, June 30). Five hundred million, perhaps. https://pharmacount.example/fukuro"}',NULL,NULL,6,1,NULL,0);
INSERT INTO "items" VALUES(51,2,'us-ai','2026-07-01','Reference','https://safeledger.example/hamaguri','References',8,7,'Hamaguri doubles','Safe Ledger. (2026, July 1). Hamaguri doubles. https://safeledger.example/hamaguri','{"number":7,"publisher":"Safe Ledger","date":"2026-07-01","title":"Hamaguri doubles","url":"https://safeledger.example/hamaguri","position":{"line":74,"column":1},"text":"Safe Ledger. (2026, July 1). Hamaguri doubles. https://safeledger.example/hamaguri"}',NULL,NULL,7,1,NULL,0);
INSERT INTO "items" VALUES(52,2,'us-ai','2026-07-01','Reference','https://oushu.example/grants','References',8,8,'助成の一覧','欧州研究便り. (2026年6月). 助成の一覧. https://oushu.example/grants','{"number":8,"publisher":"欧州研究便り","date":"2026-06","title":"助成の一覧","url":"https://oushu.example/grants","position":{"line":75,"column":1},"text":"欧州研究便り. (2026年6月). 助成の一覧. https://oushu.example/grants"}',NULL,NULL,8,1,NULL,0);
INSERT INTO "items" VALUES(53,3,'us-ai','2026-11-30','News','lanterngrid余剰電力の夜間入札を開始','TechnologyNews',1,1,'Lantern Grid、余剰電力の夜間入札を開始','Lantern Grid、余剰電力の夜間入札を開始: 冷凍倉庫の余り電力を30分単位で売る市場を開きました。買い手は学習ジョブを登録し、価格が下がった時間だけ走らせます。','{"section":"TechnologyNews","headline":"Lantern Grid、余剰電力の夜間入札を開始","companies":["Lantern Grid"],"sectionOrder":1,"citations":[1],"position":{"line":11,"column":1},"markdown":"**Lantern Grid、余剰電力の夜間入札を開始**: 冷凍倉庫の余り電力を30分単位で売る市場を開きました [1]。買い手は学習ジョブを登録し、価格が下がった時間だけ走らせます。"}',NULL,NULL,NULL,1,NULL,0);
INSERT INTO "items" VALUES(54,3,'us-ai','2026-11-30','News','mossbank油冷の静音機を公開','TechnologyNews',1,2,'Mossbank、油冷の静音機を公開','Mossbank、油冷の静音機を公開：騒音は図書館並みの35デシベルです。 冷却油は植物由来です。 保証は五年です。','{"section":"TechnologyNews","headline":"Mossbank、油冷の静音機を公開","companies":["Mossbank"],"sectionOrder":1,"citations":[2,3],"position":{"line":12,"column":1},"markdown":"**Mossbank、油冷の静音機を公開**：騒音は図書館並みの35デシベルです [2, 3]。\n- 冷却油は植物由来です。\n- 保証は五年です [3]。"}',NULL,NULL,NULL,1,NULL,0);
INSERT INTO "items" VALUES(55,3,'us-ai','2026-11-30','News','quayrobotics','TechnologyNews',1,3,'Quay Robotics','Quay Robotics: 荷役ロボットの手首を交換式に改めました。','{"section":"TechnologyNews","headline":"Quay Robotics","companies":["Quay Robotics"],"sectionOrder":1,"citations":[4],"position":{"line":15,"column":1},"markdown":"Quay Robotics: 荷役ロボットの手首を交換式に改めました [4]。"}',NULL,NULL,NULL,1,NULL,0);
INSERT INTO "items" VALUES(56,3,'us-ai','2026-11-30','News','tidewater','TechnologyNews',1,4,'Tidewater','Tidewaterは港の地図を公開しました。','{"section":"TechnologyNews","headline":"Tidewater","companies":["Tidewater"],"sectionOrder":1,"citations":[99],"position":{"line":16,"column":1},"markdown":"**Tidewater**は港の地図を公開しました [99]。"}',NULL,NULL,NULL,1,NULL,0);
INSERT INTO "items" VALUES(57,3,'us-ai','2026-11-30','Funding','lanterngrid','Startups',2,1,'Lantern Grid','Lantern Grid 港湾電力の入札市場 2.4億ドル（シリーズB） / 19億ドル Pier Capital（リード）, Slate Fund 余剰電力の価格形成 ロングビーチ','{"company":"Lantern Grid","amount":{"value":240000000.0,"currency":"USD","approximate":false,"raw":"2.4億ドル"},"valuation":{"value":1900000000,"currency":"USD","approximate":false,"raw":"19億ドル"},"undisclosed":false,"stage":"series-b","investors":["Pier Capital","Slate Fund"],"fields":[{"role":"Company","header":"企業名","markdown":"**Lantern Grid**"},{"role":"Summary","header":"概要","markdown":"港湾電力の入札市場"},{"role":"Amount","header":"調達額/評価額","markdown":"2.4億ドル（シリーズB） / 19億ドル"},{"role":"Investors","header":"主要投資家","markdown":"Pier Capital（リード）, Slate Fund"},{"role":"Potential","header":"未来変革ポテンシャル","markdown":"余剰電力の**価格形成**"},{"role":"Other","header":"拠点","markdown":"ロングビーチ"},{"role":"Citations","header":"引用","markdown":"[1]"}],"sectionOrder":2,"citations":[1],"position":{"line":22,"column":1},"markdown":"| **Lantern Grid** | 港湾電力の入札市場 | 2.4億ドル（シリーズB） / 19億ドル | Pier Capital（リード）, Slate Fund | 余剰電力の**価格形成** | ロングビーチ | [1] |"}','lanterngrid',NULL,NULL,1,NULL,0);
INSERT INTO "items" VALUES(58,3,'us-ai','2026-11-30','Funding','mossbank','Startups',2,2,'Mossbank','Mossbank 油冷の計算機 約9500万ドル（シリーズA） Fern Ventures、Slate Fundほか','{"company":"Mossbank","amount":{"value":95000000,"currency":"USD","approximate":true,"raw":"約9500万ドル"},"undisclosed":false,"stage":"series-a","investors":["Fern Ventures","Slate Fund"],"fields":[{"role":"Company","header":"企業名","markdown":"**Mossbank**"},{"role":"Summary","header":"概要","markdown":"油冷の計算機"},{"role":"Amount","header":"調達額/評価額","markdown":"約9500万ドル（シリーズA）"},{"role":"Investors","header":"主要投資家","markdown":"Fern Ventures、Slate Fundほか"},{"role":"Potential","header":"未来変革ポテンシャル","markdown":"-"},{"role":"Other","header":"拠点","markdown":"-"},{"role":"Citations","header":"引用","markdown":"[2]"}],"sectionOrder":2,"citations":[2],"position":{"line":23,"column":1},"markdown":"| **Mossbank** | 油冷の計算機 | 約9500万ドル（シリーズA） | Fern Ventures、Slate Fundほか | - | - | [2] |"}','mossbank',NULL,NULL,1,NULL,0);
INSERT INTO "items" VALUES(59,3,'us-ai','2026-11-30','Funding','quayrobotics','Startups',2,3,'Quay Robotics','Quay Robotics 荷役ロボット 3〜5億円 交換式の手首 神戸','{"company":"Quay Robotics","amount":{"min":300000000,"max":500000000,"currency":"JPY","approximate":false,"raw":"3〜5億円"},"undisclosed":false,"investors":[],"fields":[{"role":"Company","header":"企業名","markdown":"**Quay Robotics**"},{"role":"Summary","header":"概要","markdown":"荷役ロボット"},{"role":"Amount","header":"調達額/評価額","markdown":"3〜5億円"},{"role":"Investors","header":"主要投資家","markdown":"-"},{"role":"Potential","header":"未来変革ポテンシャル","markdown":"交換式の手首"},{"role":"Other","header":"拠点","markdown":"神戸"},{"role":"Citations","header":"引用","markdown":"[4]"}],"sectionOrder":2,"citations":[4],"position":{"line":24,"column":1},"markdown":"| **Quay Robotics** | 荷役ロボット | 3〜5億円 | - | 交換式の手首 | 神戸 | [4] |"}','quayrobotics',NULL,NULL,1,NULL,0);
INSERT INTO "items" VALUES(60,3,'us-ai','2026-11-30','Funding','tidewater','Startups',2,4,'Tidewater','Tidewater 港の地図 非公開（シード） Pier Capital 浅瀬の自動測量','{"company":"Tidewater","undisclosed":true,"stage":"seed","investors":["Pier Capital"],"fields":[{"role":"Company","header":"企業名","markdown":"**Tidewater**"},{"role":"Summary","header":"概要","markdown":"港の地図"},{"role":"Amount","header":"調達額/評価額","markdown":"非公開（シード）"},{"role":"Investors","header":"主要投資家","markdown":"Pier Capital"},{"role":"Potential","header":"未来変革ポテンシャル","markdown":"浅瀬の自動測量"},{"role":"Other","header":"拠点","markdown":""},{"role":"Citations","header":"引用","markdown":"[5]"}],"sectionOrder":2,"citations":[5],"position":{"line":25,"column":1},"markdown":"| **Tidewater** | 港の地図 | 非公開（シード） | Pier Capital | 浅瀬の自動測量 | | [5] |"}','tidewater',NULL,NULL,1,NULL,0);
INSERT INTO "items" VALUES(61,3,'us-ai','2026-11-30','Funding','harrow','Startups',2,5,'Harrow','Harrow 船の保険 12億円 Cove & Sons 事故の予測 横浜','{"company":"Harrow","amount":{"value":1200000000,"currency":"JPY","approximate":false,"raw":"12億円"},"undisclosed":false,"investors":["Cove & Sons"],"fields":[{"role":"Company","header":"企業名","markdown":"**Harrow**"},{"role":"Summary","header":"概要","markdown":"船の保険"},{"role":"Amount","header":"調達額/評価額","markdown":"12億円"},{"role":"Investors","header":"主要投資家","markdown":"Cove & Sons"},{"role":"Potential","header":"未来変革ポテンシャル","markdown":"事故の予測"},{"role":"Other","header":"拠点","markdown":"横浜"},{"role":"Citations","header":"引用","markdown":"[5]"}],"sectionOrder":2,"citations":[5],"position":{"line":26,"column":1},"markdown":"| **Harrow** | 船の保険 | 12億円 | Cove & Sons | 事故の予測 | 横浜 | [5] |"}','harrow',NULL,NULL,1,NULL,0);
INSERT INTO "items" VALUES(62,3,'us-ai','2026-11-30','Outlook','Short','Outlook',7,1,'短期（〜1年）','夜間入札の定着が進みます。','{"horizon":"Short","label":"短期（〜1年）","headline":"夜間入札の定着","text":"夜間入札の定着が進みます。","toYears":1,"body":"**夜間入札の定着**が進みます。","sectionOrder":7,"citations":[],"position":{"line":58,"column":1},"markdown":"**短期（〜1年）**: **夜間入札の定着**が進みます。"}',NULL,'Short',NULL,1,NULL,0);
INSERT INTO "items" VALUES(63,3,'us-ai','2026-11-30','Outlook','Medium','Outlook',7,2,'中期（1〜3年）','静音機の標準化が議論されます。 置き場所の制約が緩みます。','{"horizon":"Medium","label":"中期（1〜3年）","headline":"静音機の標準化","text":"静音機の標準化が議論されます。 置き場所の制約が緩みます。","fromYears":1,"toYears":3,"body":"**静音機の標準化**が議論されます。\n\n置き場所の制約が緩みます。","sectionOrder":7,"citations":[],"position":{"line":59,"column":1},"markdown":"**中期（1〜3年）**: **静音機の標準化**が議論されます。\n\n置き場所の制約が緩みます。"}',NULL,'Medium',NULL,1,NULL,0);
INSERT INTO "items" VALUES(64,3,'us-ai','2026-11-30','Outlook','Long','Outlook',7,3,'長期（3年〜）','港が計算の拠点になります。','{"horizon":"Long","label":"長期（3年〜）","text":"港が計算の拠点になります。","fromYears":3,"body":"港が計算の拠点になります。","sectionOrder":7,"citations":[],"position":{"line":62,"column":1},"markdown":"**長期（3年〜）**: 港が計算の拠点になります。"}',NULL,'Long',NULL,1,NULL,0);
INSERT INTO "items" VALUES(65,3,'us-ai','2026-11-30','DeepDive','油で冷やす音のない部屋へ','FutureTech',3,1,'油で冷やす: 音のない部屋へ','油で冷やす: 音のない部屋へ 油は水より熱を運ぶのが遅く、そのかわり部品を錆びさせません。 「音がしないことが、いちばんの機能です」 - Mossbankの設計チーム','{"title":"油で冷やす: 音のない部屋へ","sectionOrder":3,"citations":[2,3],"position":{"line":32,"column":1},"markdown":"### 油で冷やす: 音のない部屋へ\n\n油は水より熱を運ぶのが遅く、そのかわり部品を錆びさせません [2]。\n\n> 「音がしないことが、いちばんの機能です」 - Mossbankの設計チーム [3]"}',NULL,NULL,NULL,1,NULL,0);
INSERT INTO "items" VALUES(66,3,'us-ai','2026-11-30','ComparisonRow','騒音','Analysis',4,1,'騒音','騒音 70デシベル 55デシベル 35デシベル','{"sectionOrder":4,"table":1,"columns":["観点","空冷","水冷","油冷"],"cells":["騒音","70デシベル","55デシベル","35デシベル"]}',NULL,NULL,NULL,1,NULL,0);
INSERT INTO "items" VALUES(67,3,'us-ai','2026-11-30','ComparisonRow','保証','Analysis',4,2,'保証','保証 三年  五年','{"sectionOrder":4,"table":1,"columns":["観点","空冷","水冷","油冷"],"cells":["保証","三年","-","五年"]}',NULL,NULL,NULL,1,NULL,0);
INSERT INTO "items" VALUES(68,3,'us-ai','2026-11-30','Reference','https://harborledger.example/night-auctions','References',8,1,'Night auctions open at the port','Harbor Ledger. (2026, March 4). Night auctions open at the port. https://harborledger.example/night-auctions','{"number":1,"publisher":"Harbor Ledger","date":"2026-03-04","title":"Night auctions open at the port","url":"https://harborledger.example/night-auctions","position":{"line":66,"column":1},"text":"Harbor Ledger. (2026, March 4). Night auctions open at the port. https://harborledger.example/night-auctions"}',NULL,NULL,1,1,NULL,0);
INSERT INTO "items" VALUES(69,3,'us-ai','2026-11-30','Reference','https://coolingnotes.example/silent','References',8,2,'A computer without a sound','Cooling Notes. (2026, March 3). A computer without a sound. https://coolingnotes.example/silent','{"number":2,"publisher":"Cooling Notes","date":"2026-03-03","title":"A computer without a sound","url":"https://coolingnotes.example/silent","position":{"line":68,"column":1},"text":"Cooling Notes. (2026, March 3). A computer without a sound. https://coolingnotes.example/silent"}',NULL,NULL,2,1,NULL,0);
INSERT INTO "items" VALUES(70,3,'us-ai','2026-11-30','Reference','https://coolingnotes.example/five-years','References',8,3,'Five years of oil','Cooling Notes. (2026, March 4). Five years of oil. https://coolingnotes.example/five-years','{"number":3,"publisher":"Cooling Notes","date":"2026-03-04","title":"Five years of oil","url":"https://coolingnotes.example/five-years","position":{"line":70,"column":1},"text":"Cooling Notes. (2026, March 4). Five years of oil. https://coolingnotes.example/five-years"}',NULL,NULL,3,1,NULL,0);
INSERT INTO "items" VALUES(71,3,'us-ai','2026-11-30','Reference','https://dockweekly.example/wrist','References',8,4,'A wrist that comes off','Dock Weekly. (2026, March 4). A wrist that comes off. https://dockweekly.example/wrist','{"number":4,"publisher":"Dock Weekly","date":"2026-03-04","title":"A wrist that comes off","url":"https://dockweekly.example/wrist","position":{"line":72,"column":1},"text":"Dock Weekly. (2026, March 4). A wrist that comes off. https://dockweekly.example/wrist"}',NULL,NULL,4,1,NULL,0);
INSERT INTO "items" VALUES(72,3,'us-ai','2026-11-30','Reference','https://harborledger.example/maps','References',8,5,'Maps and cover for small ships','Harbor Ledger. (2026, March). Maps and cover for small ships. https://harborledger.example/maps','{"number":5,"publisher":"Harbor Ledger","date":"2026-03","title":"Maps and cover for small ships","url":"https://harborledger.example/maps","position":{"line":74,"column":1},"text":"Harbor Ledger. (2026, March). Maps and cover for small ships. https://harborledger.example/maps"}',NULL,NULL,5,1,NULL,0);
INSERT INTO "items" VALUES(73,3,'us-ai','2026-11-30','Reference','quieternights','References',8,6,'Quieter nights','Port Gazette. (2026, March 2). Quieter nights. 図書館で閲覧。','{"number":6,"publisher":"Port Gazette","date":"2026-03-02","title":"Quieter nights","position":{"line":76,"column":1},"text":"Port Gazette. (2026, March 2). Quieter nights. 図書館で閲覧。"}',NULL,NULL,6,1,NULL,0);
INSERT INTO "items" VALUES(74,4,'us-ai','2026-11-29','News','lanterngrid港湾局と契約','TechnologyNews',1,1,'Lantern Grid、港湾局と契約','Lantern Grid、港湾局と契約: 電力の利用を認められました。','{"section":"TechnologyNews","headline":"Lantern Grid、港湾局と契約","companies":["Lantern Grid"],"sectionOrder":1,"citations":[1],"position":{"line":7,"column":1},"markdown":"**Lantern Grid、港湾局と契約**: 電力の利用を認められました [1]。"}',NULL,NULL,NULL,1,NULL,0);
INSERT INTO "items" VALUES(75,4,'us-ai','2026-11-29','News','briarlabs辞書を公開','TechnologyNews',1,2,'Briar Labs、辞書を公開','Briar Labs、辞書を公開: 港の用語集です。','{"section":"TechnologyNews","headline":"Briar Labs、辞書を公開","companies":["Briar Labs"],"sectionOrder":1,"citations":[1],"position":{"line":8,"column":1},"markdown":"**Briar Labs、辞書を公開**: 港の用語集です [1]。"}',NULL,NULL,NULL,1,NULL,0);
INSERT INTO "items" VALUES(76,4,'us-ai','2026-11-29','News','copperfield試験を延期','TechnologyNews',1,3,'Copperfield、試験を延期','Copperfield、試験を延期: 来月になります。','{"section":"TechnologyNews","headline":"Copperfield、試験を延期","companies":["Copperfield"],"sectionOrder":1,"citations":[1],"position":{"line":9,"column":1},"markdown":"**Copperfield、試験を延期**: 来月になります [1]。"}',NULL,NULL,NULL,1,NULL,0);
INSERT INTO "items" VALUES(77,4,'us-ai','2026-11-29','Reference','https://harborledger.example/permit','References',2,1,'A permit and a glossary','Harbor Ledger. (2026, March 3). A permit and a glossary. https://harborledger.example/permit','{"number":1,"publisher":"Harbor Ledger","date":"2026-03-03","title":"A permit and a glossary","url":"https://harborledger.example/permit","position":{"line":13,"column":1},"text":"Harbor Ledger. (2026, March 3). A permit and a glossary. https://harborledger.example/permit"}',NULL,NULL,1,1,NULL,0);
CREATE TABLE "leases" (
    "Token" TEXT NOT NULL CONSTRAINT "PK_leases" PRIMARY KEY,
    "Owner" TEXT NOT NULL,
    "Epoch" INTEGER NOT NULL,
    "ExpiresAt" INTEGER NOT NULL
);
INSERT INTO "leases" VALUES('web','vm:1798',1,0);
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
INSERT INTO "mentions" VALUES(1,1,'us-ai','2026-03-04','lanterngrid','Lantern Grid','Headline',1,1,0);
INSERT INTO "mentions" VALUES(2,1,'us-ai','2026-03-04','mossbank','Mossbank','Headline',1,2,0);
INSERT INTO "mentions" VALUES(3,1,'us-ai','2026-03-04','quayrobotics','Quay Robotics','Headline',1,3,0);
INSERT INTO "mentions" VALUES(4,1,'us-ai','2026-03-04','tidewater','Tidewater','Headline',1,4,0);
INSERT INTO "mentions" VALUES(5,1,'us-ai','2026-03-04','lanterngrid','Lantern Grid','Funded',2,5,0);
INSERT INTO "mentions" VALUES(6,1,'us-ai','2026-03-04','piercapital','Pier Capital','Investor',2,5,0);
INSERT INTO "mentions" VALUES(7,1,'us-ai','2026-03-04','slatefund','Slate Fund','Investor',2,5,0);
INSERT INTO "mentions" VALUES(8,1,'us-ai','2026-03-04','mossbank','Mossbank','Funded',2,6,0);
INSERT INTO "mentions" VALUES(9,1,'us-ai','2026-03-04','fernventures','Fern Ventures','Investor',2,6,0);
INSERT INTO "mentions" VALUES(10,1,'us-ai','2026-03-04','slatefund','Slate Fund','Investor',2,6,0);
INSERT INTO "mentions" VALUES(11,1,'us-ai','2026-03-04','quayrobotics','Quay Robotics','Funded',2,7,0);
INSERT INTO "mentions" VALUES(12,1,'us-ai','2026-03-04','tidewater','Tidewater','Funded',2,8,0);
INSERT INTO "mentions" VALUES(13,1,'us-ai','2026-03-04','piercapital','Pier Capital','Investor',2,8,0);
INSERT INTO "mentions" VALUES(14,1,'us-ai','2026-03-04','harrow','Harrow','Funded',2,9,0);
INSERT INTO "mentions" VALUES(15,1,'us-ai','2026-03-04','cove&sons','Cove & Sons','Investor',2,9,0);
INSERT INTO "mentions" VALUES(16,1,'us-ai','2026-03-04','lanterngrid','Lantern Grid','Text',0,NULL,0);
INSERT INTO "mentions" VALUES(17,1,'us-ai','2026-03-04','mossbank','Mossbank','Text',0,NULL,0);
INSERT INTO "mentions" VALUES(18,1,'us-ai','2026-03-04','tidewater','Tidewater','Text',1,NULL,0);
INSERT INTO "mentions" VALUES(19,1,'us-ai','2026-03-04','lanterngrid','Lantern Grid','Text',2,NULL,0);
INSERT INTO "mentions" VALUES(20,2,'us-ai','2026-07-01','fukuro','Fukuro','Headline',3,26,0);
INSERT INTO "mentions" VALUES(21,2,'us-ai','2026-07-01','asagiri','Asagiri','Funded',1,27,0);
INSERT INTO "mentions" VALUES(22,2,'us-ai','2026-07-01','東雲キャピタルパートナーズ','東雲キャピタル・パートナーズ','Investor',1,27,0);
INSERT INTO "mentions" VALUES(23,2,'us-ai','2026-07-01','ridge&rowe','Ridge & Rowe','Investor',1,27,0);
INSERT INTO "mentions" VALUES(24,2,'us-ai','2026-07-01','bekko','Bekko','Funded',1,28,0);
INSERT INTO "mentions" VALUES(25,2,'us-ai','2026-07-01','kitecapital','Kite Capital','Investor',1,28,0);
INSERT INTO "mentions" VALUES(26,2,'us-ai','2026-07-01','chidori','Chidori','Funded',1,29,0);
INSERT INTO "mentions" VALUES(27,2,'us-ai','2026-07-01','hoshimotors','Hoshi Motors','Investor',1,29,0);
INSERT INTO "mentions" VALUES(28,2,'us-ai','2026-07-01','donguri','Donguri','Funded',1,30,0);
INSERT INTO "mentions" VALUES(29,2,'us-ai','2026-07-01','enokicloud','Enoki Cloud','Funded',1,31,0);
INSERT INTO "mentions" VALUES(30,2,'us-ai','2026-07-01','三条銀行','三条銀行','Investor',1,31,0);
INSERT INTO "mentions" VALUES(31,2,'us-ai','2026-07-01','harborbank','Harbor Bank','Investor',1,31,0);
INSERT INTO "mentions" VALUES(32,2,'us-ai','2026-07-01','fukuro','Fukuro','Funded',1,32,0);
INSERT INTO "mentions" VALUES(33,2,'us-ai','2026-07-01','hoshimotors','Hoshi Motors','Investor',1,32,0);
INSERT INTO "mentions" VALUES(34,2,'us-ai','2026-07-01','genko','Genko','Funded',1,33,0);
INSERT INTO "mentions" VALUES(35,2,'us-ai','2026-07-01','elmpartners','Elm Partners','Investor',1,33,0);
INSERT INTO "mentions" VALUES(36,2,'us-ai','2026-07-01','hamagurisecurity','Hamaguri Security','Funded',1,34,0);
INSERT INTO "mentions" VALUES(37,2,'us-ai','2026-07-01','crownpoint','Crown Point','Investor',1,34,0);
INSERT INTO "mentions" VALUES(38,2,'us-ai','2026-07-01','東雲キャピタルパートナーズ','東雲キャピタル・パートナーズ','Investor',1,34,0);
INSERT INTO "mentions" VALUES(39,2,'us-ai','2026-07-01','isoshigi','Isoshigi','Funded',1,35,0);
INSERT INTO "mentions" VALUES(40,2,'us-ai','2026-07-01','kitecapital','Kite Capital','Investor',1,35,0);
INSERT INTO "mentions" VALUES(41,2,'us-ai','2026-07-01','nagiai','Nagi AI','Investor',1,35,0);
INSERT INTO "mentions" VALUES(42,2,'us-ai','2026-07-01','jorou','Jorou','Funded',1,36,0);
INSERT INTO "mentions" VALUES(43,2,'us-ai','2026-07-01','欧州研究機構','欧州研究機構','Investor',1,36,0);
INSERT INTO "mentions" VALUES(44,2,'us-ai','2026-07-01','hamagurisecurity','Hamaguri Security','Text',1,NULL,0);
INSERT INTO "mentions" VALUES(45,2,'us-ai','2026-07-01','isoshigi','Isoshigi','Text',1,NULL,0);
INSERT INTO "mentions" VALUES(46,2,'us-ai','2026-07-01','jorou','Jorou','Text',1,NULL,0);
INSERT INTO "mentions" VALUES(47,2,'us-ai','2026-07-01','karasu','Karasu','Text',1,NULL,0);
INSERT INTO "mentions" VALUES(48,2,'us-ai','2026-07-01','hamaguriads','Hamaguri Ads','Text',3,NULL,0);
INSERT INTO "mentions" VALUES(68,3,'us-ai','2026-11-30','lanterngrid','Lantern Grid','Headline',1,53,0);
INSERT INTO "mentions" VALUES(69,3,'us-ai','2026-11-30','mossbank','Mossbank','Headline',1,54,0);
INSERT INTO "mentions" VALUES(70,3,'us-ai','2026-11-30','quayrobotics','Quay Robotics','Headline',1,55,0);
INSERT INTO "mentions" VALUES(71,3,'us-ai','2026-11-30','tidewater','Tidewater','Headline',1,56,0);
INSERT INTO "mentions" VALUES(72,3,'us-ai','2026-11-30','lanterngrid','Lantern Grid','Funded',2,57,0);
INSERT INTO "mentions" VALUES(73,3,'us-ai','2026-11-30','piercapital','Pier Capital','Investor',2,57,0);
INSERT INTO "mentions" VALUES(74,3,'us-ai','2026-11-30','slatefund','Slate Fund','Investor',2,57,0);
INSERT INTO "mentions" VALUES(75,3,'us-ai','2026-11-30','mossbank','Mossbank','Funded',2,58,0);
INSERT INTO "mentions" VALUES(76,3,'us-ai','2026-11-30','fernventures','Fern Ventures','Investor',2,58,0);
INSERT INTO "mentions" VALUES(77,3,'us-ai','2026-11-30','slatefund','Slate Fund','Investor',2,58,0);
INSERT INTO "mentions" VALUES(78,3,'us-ai','2026-11-30','quayrobotics','Quay Robotics','Funded',2,59,0);
INSERT INTO "mentions" VALUES(79,3,'us-ai','2026-11-30','tidewater','Tidewater','Funded',2,60,0);
INSERT INTO "mentions" VALUES(80,3,'us-ai','2026-11-30','piercapital','Pier Capital','Investor',2,60,0);
INSERT INTO "mentions" VALUES(81,3,'us-ai','2026-11-30','harrow','Harrow','Funded',2,61,0);
INSERT INTO "mentions" VALUES(82,3,'us-ai','2026-11-30','cove&sons','Cove & Sons','Investor',2,61,0);
INSERT INTO "mentions" VALUES(83,3,'us-ai','2026-11-30','lanterngrid','Lantern Grid','Text',0,NULL,0);
INSERT INTO "mentions" VALUES(84,3,'us-ai','2026-11-30','mossbank','Mossbank','Text',0,NULL,0);
INSERT INTO "mentions" VALUES(85,3,'us-ai','2026-11-30','tidewater','Tidewater','Text',1,NULL,0);
INSERT INTO "mentions" VALUES(86,3,'us-ai','2026-11-30','lanterngrid','Lantern Grid','Text',2,NULL,0);
INSERT INTO "mentions" VALUES(87,4,'us-ai','2026-11-29','lanterngrid','Lantern Grid','Headline',1,74,0);
INSERT INTO "mentions" VALUES(88,4,'us-ai','2026-11-29','briarlabs','Briar Labs','Headline',1,75,0);
INSERT INTO "mentions" VALUES(89,4,'us-ai','2026-11-29','copperfield','Copperfield','Headline',1,76,0);
CREATE TABLE "pauses" (
    "Scope" TEXT NOT NULL CONSTRAINT "PK_pauses" PRIMARY KEY,
    "Reason" TEXT NOT NULL,
    "Detail" TEXT NULL,
    "Since" INTEGER NOT NULL
);
INSERT INTO "pauses" VALUES('all','paused-by-admin',NULL,639316172427192926);
CREATE TABLE "payloads" (
    "Hash" TEXT NOT NULL CONSTRAINT "PK_payloads" PRIMARY KEY,
    "Content" TEXT NOT NULL
);
INSERT INTO "payloads" VALUES('08d0493040807d33e2cceee8a6ccaa418c0eb1d1cca604c0dddc1e3fcd0a1965','{"title":"\uD83C\uDF1F 戦略的インサイト\u30001点","html":"<h3 class=\"headline\" id=\"s-0c064c572c\">\uD83C\uDF1F 戦略的インサイト\u30001点</h3>\n<p><strong>余力の時刻表を持つ者が強い</strong>という一日でした。計画できる余力は商品になります。</p>","anchor":"s-0c064c572c","locale":"Japanese","buttons":[]}');
INSERT INTO "payloads" VALUES('1a4207302e573120183346e9daec9dc2411f509dc4afa3bae7aafd17b4cf4541','{"title":"\uD83D\uDCA1 未来変革テクノロジー\u30001本","html":"<h3 class=\"headline\" id=\"s-eabd32714f\">\uD83D\uDCA1 未来変革テクノロジー\u30001本</h3>\n<h4>油で冷やす: 音のない部屋へ</h4>\n<p>油は水より熱を運ぶのが遅く、そのかわり部品を錆びさせません\u202F<span class=\"cites\"><a class=\"cite\" href=\"https://coolingnotes.example/silent\" rel=\"nofollow noopener noreferrer\" title=\"Cooling Notes – A computer without a sound\" aria-label=\"2: Cooling Notes – A computer without a sound\">2</a></span>。</p>\n<blockquote>\n<p>「音がしないことが、いちばんの機能です」 - Mossbankの設計チーム\u202F<span class=\"cites\"><a class=\"cite\" href=\"https://coolingnotes.example/five-years\" rel=\"nofollow noopener noreferrer\" title=\"Cooling Notes – Five years of oil\" aria-label=\"3: Cooling Notes – Five years of oil\">3</a></span></p>\n</blockquote>\n<div class=\"sources\">\n<p>出典 <a href=\"https://coolingnotes.example/silent\" rel=\"nofollow noopener noreferrer\">2 Cooling Notes</a>・<a href=\"https://coolingnotes.example/five-years\" rel=\"nofollow noopener noreferrer\">3 Cooling Notes</a></p>\n</div>","anchor":"s-eabd32714f","locale":"Japanese","buttons":[]}');
INSERT INTO "payloads" VALUES('32b2329bd20cee17c8aef508813e650b5183f3c252af233a6993b2c78c3e010f','{"title":"港の電力と静かな計算機","html":"<h2 class=\"headline\">港の電力と静かな計算機</h2>\n<div class=\"small\">\n<p>11月30日(月)・US AI・約3分</p>\n<p>前回(7/1)から 新規 5社・終了 1件</p>\n</div>\n<div class=\"deck\">\n<p>2026年11月30日は、港湾の<strong>電力契約</strong>が話題をさらいました\u202F<span class=\"cites\"><a class=\"cite\" href=\"https://harborledger.example/night-auctions\" rel=\"nofollow noopener noreferrer\" title=\"Harbor Ledger – Night auctions open at the port\" aria-label=\"1: Harbor Ledger – Night auctions open at the port\">1</a></span>。<strong>Lantern Grid</strong>は冷凍倉庫の余剰電力を夜間の学習に回すと発表し、<strong>Mossbank</strong>は<strong>「静かな計算機」</strong>と呼ぶ油冷機を公開しています。港の余力をどう売るかという問いは、発電所の建設より早く答えが出そうです。詳しくは<a href=\"https://harbor.example/plan\" rel=\"nofollow noopener noreferrer\">港湾局の資料</a>をご覧ください。</p>\n</div>\n<ul class=\"contents\">\n<li><a href=\"#s-026c1c17bb\">\uD83D\uDD25 AI基盤技術ニュース\u30004件</a><span class=\"names\">Lantern Grid・Mossbank・Quay Robotics…</span></li>\n<li><a href=\"#s-4b912e30e2\">\uD83D\uDE80 新興企業・スタートアップ動向\u30005社</a><span class=\"names\">最大 Lantern Grid 2.4億ドル・Harrow 12億円</span></li>\n<li><a href=\"#s-eabd32714f\">\uD83D\uDCA1 未来変革テクノロジー\u30001本</a><span class=\"names\">油で冷やす</span></li>\n<li><a href=\"#s-57f7ef058f\">\uD83D\uDCC8 詳細進化分析\u30002軸</a><span class=\"names\">空冷・水冷・油冷</span></li>\n<li><a href=\"#s-daf177346c\">⚓ 港湾規制\u30002件</a></li>\n<li><a href=\"#s-0c064c572c\">\uD83C\uDF1F 戦略的インサイト\u30001点</a><span class=\"names\">余力の時刻表を持つ者が強い</span></li>\n<li><a href=\"#s-14e9bd89f1\">\uD83D\uDD2E 包括的展望\u30003期</a><span class=\"names\">短期・中期・長期</span></li>\n<li><a href=\"#s-e7dcb29a21\">参考文献\u30006件</a></li>\n</ul>\n<div class=\"small\">\n<p>なお、広告分野の発表は少ない一日でした。</p>\n</div>","anchor":null,"locale":"Japanese","buttons":[{"label":"資金調達","command":"funding","arguments":"","series":"us-ai","date":"2026-11-30","action":"Ask"},{"label":"展望","command":"outlook","arguments":"","series":"us-ai","date":"2026-11-30","action":"Ask"},{"label":"出典","command":"sources","arguments":"","series":"us-ai","date":"2026-11-30","action":"Ask"}]}');
INSERT INTO "payloads" VALUES('7577fd3f46033f616e06f76be8efd99e766ca36a8179e4b47d022f0b22fe5275','{"title":"参考文献\u30006件","html":"<h3 class=\"headline\" id=\"s-e7dcb29a21\">参考文献\u30006件</h3>\n<p>1 <a href=\"https://harborledger.example/night-auctions\" rel=\"nofollow noopener noreferrer\">Night auctions open at the port</a>\u3000Harbor Ledger・2026年3月4日</p>\n<p>2 <a href=\"https://coolingnotes.example/silent\" rel=\"nofollow noopener noreferrer\">A computer without a sound</a>\u3000Cooling Notes・2026年3月3日</p>\n<p>3 <a href=\"https://coolingnotes.example/five-years\" rel=\"nofollow noopener noreferrer\">Five years of oil</a>\u3000Cooling Notes・2026年3月4日</p>\n<p>4 <a href=\"https://dockweekly.example/wrist\" rel=\"nofollow noopener noreferrer\">A wrist that comes off</a>\u3000Dock Weekly・2026年3月4日</p>\n<p>5 <a href=\"https://harborledger.example/maps\" rel=\"nofollow noopener noreferrer\">Maps and cover for small ships</a>\u3000Harbor Ledger・2026年3月</p>\n<p><span class=\"cites\"><span class=\"cite\" title=\"Port Gazette – Quieter nights\">6</span></span> Port Gazette. (2026, March 2). <em>Quieter nights</em>. 図書館で閲覧。</p>","anchor":"s-e7dcb29a21","locale":"Japanese","buttons":[]}');
INSERT INTO "payloads" VALUES('7edcf207604fa7128f352719f27427e1087a3161ec95b4111dc95ed02c7fb285','{"title":"\uD83D\uDE80 新興企業・スタートアップ動向\u30005社","html":"<h3 class=\"headline\" id=\"s-4b912e30e2\">\uD83D\uDE80 新興企業・スタートアップ動向\u30005社</h3>\n<div class=\"small\">\n<p>合計 約3億3000万ドル（公表2社の和）・12億円（公表1社）・幅のある額 1社（合計に含まず）・非公開 1社</p>\n</div>\n<div class=\"card\">\n<p><strong>Lantern Grid\u30002.4億ドル</strong>（評価額 19億ドル）・シリーズB<br>\n港湾電力の入札市場<br>\n投資家\u3000Pier Capital（リード）・Slate Fund<br>\n注目\u3000余剰電力の<strong>価格形成</strong><br>\n拠点\u3000ロングビーチ\u202F<span class=\"cites\"><a class=\"cite\" href=\"https://harborledger.example/night-auctions\" rel=\"nofollow noopener noreferrer\" title=\"Harbor Ledger – Night auctions open at the port\" aria-label=\"1: Harbor Ledger – Night auctions open at the port\">1</a></span></p>\n</div>\n<div class=\"card\">\n<p><strong>Mossbank\u3000約9000万ドル</strong>・シリーズA<br>\n油冷の計算機<br>\n投資家\u3000Fern Ventures・Slate Fundほか\u202F<span class=\"cites\"><a class=\"cite\" href=\"https://coolingnotes.example/silent\" rel=\"nofollow noopener noreferrer\" title=\"Cooling Notes – A computer without a sound\" aria-label=\"2: Cooling Notes – A computer without a sound\">2</a></span></p>\n</div>\n<div class=\"card\">\n<p><strong>Quay Robotics\u30003〜5億円</strong><br>\n荷役ロボット<br>\n注目\u3000交換式の手首<br>\n拠点\u3000神戸\u202F<span class=\"cites\"><a class=\"cite\" href=\"https://dockweekly.example/wrist\" rel=\"nofollow noopener noreferrer\" title=\"Dock Weekly – A wrist that comes off\" aria-label=\"4: Dock Weekly – A wrist that comes off\">4</a></span></p>\n</div>\n<div class=\"card\">\n<p><strong>Tidewater\u3000非公開</strong>・シード<br>\n港の地図<br>\n投資家\u3000Pier Capital<br>\n注目\u3000浅瀬の自動測量\u202F<span class=\"cites\"><a class=\"cite\" href=\"https://harborledger.example/maps\" rel=\"nofollow noopener noreferrer\" title=\"Harbor Ledger – Maps and cover for small ships\" aria-label=\"5: Harbor Ledger – Maps and cover for small ships\">5</a></span></p>\n</div>\n<div class=\"card\">\n<p><strong>Harrow\u300012億円</strong><br>\n船の保険<br>\n投資家\u3000Cove &amp; Sons<br>\n注目\u3000事故の予測<br>\n拠点\u3000横浜\u202F<span class=\"cites\"><a class=\"cite\" href=\"https://harborledger.example/maps\" rel=\"nofollow noopener noreferrer\" title=\"Harbor Ledger – Maps and cover for small ships\" aria-label=\"5: Harbor Ledger – Maps and cover for small ships\">5</a></span></p>\n</div>\n<p><strong>Lantern Grid</strong>は入札の手数料だけで黒字になったと述べています\u202F<span class=\"cites\"><a class=\"cite\" href=\"https://harborledger.example/night-auctions\" rel=\"nofollow noopener noreferrer\" title=\"Harbor Ledger – Night auctions open at the port\" aria-label=\"1: Harbor Ledger – Night auctions open at the port\">1</a></span>。</p>\n<div class=\"sources\">\n<p>出典 <a href=\"https://harborledger.example/night-auctions\" rel=\"nofollow noopener noreferrer\">1 Harbor Ledger</a>・<a href=\"https://coolingnotes.example/silent\" rel=\"nofollow noopener noreferrer\">2 Cooling Notes</a>・<a href=\"https://dockweekly.example/wrist\" rel=\"nofollow noopener noreferrer\">4 Dock Weekly</a>・<a href=\"https://harborledger.example/maps\" rel=\"nofollow noopener noreferrer\">5 Harbor Ledger</a></p>\n</div>","anchor":"s-4b912e30e2","locale":"Japanese","buttons":[]}');
INSERT INTO "payloads" VALUES('7f1a61f2938450dc49653b0934c36e427ea6b8499a836e32a71dbaf5a878624e','{"title":"\uD83D\uDD25 AI基盤技術ニュース\u30004件","html":"<h3 class=\"headline\" id=\"s-026c1c17bb\">\uD83D\uDD25 AI基盤技術ニュース\u30004件</h3>\n<p><strong>Lantern Grid、余剰電力の夜間入札を開始</strong><br>\n冷凍倉庫の余り電力を30分単位で売る市場を開きました\u202F<span class=\"cites\"><a class=\"cite\" href=\"https://harborledger.example/night-auctions\" rel=\"nofollow noopener noreferrer\" title=\"Harbor Ledger – Night auctions open at the port\" aria-label=\"1: Harbor Ledger – Night auctions open at the port\">1</a></span>。買い手は学習ジョブを登録し、価格が下がった時間だけ走らせます。</p>\n<p><strong>Mossbank、油冷の静音機を公開</strong><br>\n騒音は図書館並みの35デシベルです\u202F<span class=\"cites\"><a class=\"cite\" href=\"https://coolingnotes.example/silent\" rel=\"nofollow noopener noreferrer\" title=\"Cooling Notes – A computer without a sound\" aria-label=\"2: Cooling Notes – A computer without a sound\">2</a><a class=\"cite\" href=\"https://coolingnotes.example/five-years\" rel=\"nofollow noopener noreferrer\" title=\"Cooling Notes – Five years of oil\" aria-label=\"3: Cooling Notes – Five years of oil\">3</a></span>。</p>\n<ul>\n<li>冷却油は植物由来です。</li>\n<li>保証は五年です\u202F<span class=\"cites\"><a class=\"cite\" href=\"https://coolingnotes.example/five-years\" rel=\"nofollow noopener noreferrer\" title=\"Cooling Notes – Five years of oil\" aria-label=\"3: Cooling Notes – Five years of oil\">3</a></span>。</li>\n</ul>\n<p><strong>Quay Robotics</strong><br>\n荷役ロボットの手首を交換式に改めました\u202F<span class=\"cites\"><a class=\"cite\" href=\"https://dockweekly.example/wrist\" rel=\"nofollow noopener noreferrer\" title=\"Dock Weekly – A wrist that comes off\" aria-label=\"4: Dock Weekly – A wrist that comes off\">4</a></span>。</p>\n<p><strong>Tidewater</strong>は港の地図を公開しました\u202F<span class=\"cites\"><span class=\"cite\">99</span></span>。</p>\n<div class=\"sources\">\n<p>出典 <a href=\"https://harborledger.example/night-auctions\" rel=\"nofollow noopener noreferrer\">1 Harbor Ledger</a>・<a href=\"https://coolingnotes.example/silent\" rel=\"nofollow noopener noreferrer\">2 Cooling Notes</a>・<a href=\"https://coolingnotes.example/five-years\" rel=\"nofollow noopener noreferrer\">3 Cooling Notes</a>・<a href=\"https://dockweekly.example/wrist\" rel=\"nofollow noopener noreferrer\">4 Dock Weekly</a></p>\n</div>","anchor":"s-026c1c17bb","locale":"Japanese","buttons":[]}');
INSERT INTO "payloads" VALUES('9000127ff5818ed84f6655354e8e1562f7e5f9d6d1f3314106d575607bd62aa9','{"title":"⚓ 港湾規制\u30002件","html":"<h3 class=\"headline\" id=\"s-daf177346c\">⚓ 港湾規制\u30002件</h3>\n<ol>\n<li>夜間の騒音規制が強化されます\u202F<span class=\"cites\"><span class=\"cite\" title=\"Port Gazette – Quieter nights\">6</span></span>。</li>\n<li>電力の転売には届け出が要ります。</li>\n</ol>\n<div class=\"sources\">\n<p>出典 6 Port Gazette</p>\n</div>","anchor":"s-daf177346c","locale":"Japanese","buttons":[]}');
INSERT INTO "payloads" VALUES('b07f18eb2a2964bba4605bf9fd7da07c4e9af22c782037450ab743ef5a9f3656','{"title":"この部分は、ブリーフィングの改訂により削除されました。","html":"<div class=\"correction\">\n<p>この部分は、ブリーフィングの改訂により削除されました。</p>\n</div>","anchor":null,"locale":"Japanese","buttons":[]}');
INSERT INTO "payloads" VALUES('da33bfc2001e06b9d51da57d9161e4663bdc9d6ab8181605991196ade206731f','{"title":"\uD83D\uDCC8 詳細進化分析\u30002軸","html":"<h3 class=\"headline\" id=\"s-57f7ef058f\">\uD83D\uDCC8 詳細進化分析\u30002軸</h3>\n<div class=\"small\">\n<p>観点・空冷・水冷・油冷</p>\n</div>\n<div class=\"card\">\n<p><strong>騒音</strong><br>\n空冷: 70デシベル<br>\n水冷: 55デシベル<br>\n油冷: 35デシベル</p>\n</div>\n<div class=\"card\">\n<p><strong>保証</strong><br>\n空冷: 三年<br>\n油冷: 五年</p>\n</div>\n<p>冷やし方は、置き場所の自由を決めます。</p>","anchor":"s-57f7ef058f","locale":"Japanese","buttons":[]}');
INSERT INTO "payloads" VALUES('f7f668e17e9c9830f9d691116a0970cd1eee62496b6444b09113e4af1dd0953e','{"title":"\uD83D\uDD2E 包括的展望\u30003期","html":"<h3 class=\"headline\" id=\"s-14e9bd89f1\">\uD83D\uDD2E 包括的展望\u30003期</h3>\n<div class=\"card\">\n<div class=\"small\">\n<p>短期（〜1年）</p>\n</div>\n<p><strong>夜間入札の定着</strong>が進みます。</p>\n<div class=\"small\">\n<p>目安 2027年11月まで</p>\n</div>\n</div>\n<div class=\"card\">\n<div class=\"small\">\n<p>中期（1〜3年）</p>\n</div>\n<p><strong>静音機の標準化</strong>が議論されます。</p>\n<p>置き場所の制約が緩みます。</p>\n<div class=\"small\">\n<p>目安 2027年11月〜2029年11月</p>\n</div>\n</div>\n<div class=\"card\">\n<div class=\"small\">\n<p>長期（3年〜）</p>\n</div>\n<p>港が計算の拠点になります。</p>\n<div class=\"small\">\n<p>目安 2029年11月以降</p>\n</div>\n</div>","anchor":"s-14e9bd89f1","locale":"Japanese","buttons":[]}');
INSERT INTO "payloads" VALUES('45d1137d30091639cdd76f03eead20f6027c29c8d6bdd0a46f1609e16857874d','{"title":"✏️ 訂正しました: 新興企業・スタートアップ動向","html":"<p>✏️ 訂正しました: 新興企業・スタートアップ動向</p>","anchor":null,"locale":"Japanese","buttons":[]}');
INSERT INTO "payloads" VALUES('bb0e4fa25dc3d552667d44989b9c978fce7e69c97dda9db120576487c2ef9dc6','{"title":"\uD83D\uDE80 新興企業・スタートアップ動向\u30005社","html":"<h3 class=\"headline\" id=\"s-4b912e30e2\">\uD83D\uDE80 新興企業・スタートアップ動向\u30005社</h3>\n<div class=\"correction\">\n<p>✏️ 訂正 11/30 15:33 Mossbank 調達額: 約9000万ドル → 約9500万ドル</p>\n</div>\n<div class=\"small\">\n<p>合計 約3億3500万ドル（公表2社の和）・12億円（公表1社）・幅のある額 1社（合計に含まず）・非公開 1社</p>\n</div>\n<div class=\"card\">\n<p><strong>Lantern Grid\u30002.4億ドル</strong>（評価額 19億ドル）・シリーズB<br>\n港湾電力の入札市場<br>\n投資家\u3000Pier Capital（リード）・Slate Fund<br>\n注目\u3000余剰電力の<strong>価格形成</strong><br>\n拠点\u3000ロングビーチ\u202F<span class=\"cites\"><a class=\"cite\" href=\"https://harborledger.example/night-auctions\" rel=\"nofollow noopener noreferrer\" title=\"Harbor Ledger – Night auctions open at the port\" aria-label=\"1: Harbor Ledger – Night auctions open at the port\">1</a></span></p>\n</div>\n<div class=\"card\">\n<p><strong>Mossbank\u3000約9500万ドル</strong>・シリーズA<br>\n油冷の計算機<br>\n投資家\u3000Fern Ventures・Slate Fundほか\u202F<span class=\"cites\"><a class=\"cite\" href=\"https://coolingnotes.example/silent\" rel=\"nofollow noopener noreferrer\" title=\"Cooling Notes – A computer without a sound\" aria-label=\"2: Cooling Notes – A computer without a sound\">2</a></span></p>\n</div>\n<div class=\"card\">\n<p><strong>Quay Robotics\u30003〜5億円</strong><br>\n荷役ロボット<br>\n注目\u3000交換式の手首<br>\n拠点\u3000神戸\u202F<span class=\"cites\"><a class=\"cite\" href=\"https://dockweekly.example/wrist\" rel=\"nofollow noopener noreferrer\" title=\"Dock Weekly – A wrist that comes off\" aria-label=\"4: Dock Weekly – A wrist that comes off\">4</a></span></p>\n</div>\n<div class=\"card\">\n<p><strong>Tidewater\u3000非公開</strong>・シード<br>\n港の地図<br>\n投資家\u3000Pier Capital<br>\n注目\u3000浅瀬の自動測量\u202F<span class=\"cites\"><a class=\"cite\" href=\"https://harborledger.example/maps\" rel=\"nofollow noopener noreferrer\" title=\"Harbor Ledger – Maps and cover for small ships\" aria-label=\"5: Harbor Ledger – Maps and cover for small ships\">5</a></span></p>\n</div>\n<div class=\"card\">\n<p><strong>Harrow\u300012億円</strong><br>\n船の保険<br>\n投資家\u3000Cove &amp; Sons<br>\n注目\u3000事故の予測<br>\n拠点\u3000横浜\u202F<span class=\"cites\"><a class=\"cite\" href=\"https://harborledger.example/maps\" rel=\"nofollow noopener noreferrer\" title=\"Harbor Ledger – Maps and cover for small ships\" aria-label=\"5: Harbor Ledger – Maps and cover for small ships\">5</a></span></p>\n</div>\n<p><strong>Lantern Grid</strong>は入札の手数料だけで黒字になったと述べています\u202F<span class=\"cites\"><a class=\"cite\" href=\"https://harborledger.example/night-auctions\" rel=\"nofollow noopener noreferrer\" title=\"Harbor Ledger – Night auctions open at the port\" aria-label=\"1: Harbor Ledger – Night auctions open at the port\">1</a></span>。</p>\n<div class=\"sources\">\n<p>出典 <a href=\"https://harborledger.example/night-auctions\" rel=\"nofollow noopener noreferrer\">1 Harbor Ledger</a>・<a href=\"https://coolingnotes.example/silent\" rel=\"nofollow noopener noreferrer\">2 Cooling Notes</a>・<a href=\"https://dockweekly.example/wrist\" rel=\"nofollow noopener noreferrer\">4 Dock Weekly</a>・<a href=\"https://harborledger.example/maps\" rel=\"nofollow noopener noreferrer\">5 Harbor Ledger</a></p>\n</div>","anchor":"s-4b912e30e2","locale":"Japanese","buttons":[]}');
INSERT INTO "payloads" VALUES('3ab1bb55ebdf09d160825dfe2e48905c1bf395488fa3762b676cef8d84adc893','{"title":"参考文献\u30001件","html":"<h3 class=\"headline\" id=\"s-6458afe6fd\">参考文献\u30001件</h3>\n<p>1 <a href=\"https://harborledger.example/permit\" rel=\"nofollow noopener noreferrer\">A permit and a glossary</a>\u3000Harbor Ledger・2026年3月3日</p>","anchor":"s-6458afe6fd","locale":"Japanese","buttons":[]}');
INSERT INTO "payloads" VALUES('3efeaa027b9c0d8b53bc459d1478eba004c123e3870f55b86200b34473525147','{"title":"準備の一日","html":"<h2 class=\"headline\">準備の一日</h2>\n<div class=\"small\">\n<p>11月29日(日)・US AI・約1分</p>\n<p>前回(7/1)から 新規 3社・終了 1件</p>\n</div>\n<div class=\"deck\">\n<p>静かな火曜日でした。</p>\n</div>\n<ul class=\"contents\">\n<li><a href=\"#s-ef06eca9bb\">AI基盤技術ニュース\u30003件</a><span class=\"names\">Lantern Grid・Briar Labs・Copperfield</span></li>\n<li><a href=\"#s-6458afe6fd\">参考文献\u30001件</a></li>\n</ul>","anchor":null,"locale":"Japanese","buttons":[{"label":"出典","command":"sources","arguments":"","series":"us-ai","date":"2026-11-29","action":"Ask"}]}');
INSERT INTO "payloads" VALUES('f45ee8ed732423ff0c4586d7f0dcf17615105d16940de7ccb963c052a1b53ac5','{"title":"AI基盤技術ニュース\u30003件","html":"<h3 class=\"headline\" id=\"s-ef06eca9bb\">AI基盤技術ニュース\u30003件</h3>\n<p><strong>Lantern Grid、港湾局と契約</strong><br>\n電力の利用を認められました\u202F<span class=\"cites\"><a class=\"cite\" href=\"https://harborledger.example/permit\" rel=\"nofollow noopener noreferrer\" title=\"Harbor Ledger – A permit and a glossary\" aria-label=\"1: Harbor Ledger – A permit and a glossary\">1</a></span>。</p>\n<p><strong>Briar Labs、辞書を公開</strong><br>\n港の用語集です\u202F<span class=\"cites\"><a class=\"cite\" href=\"https://harborledger.example/permit\" rel=\"nofollow noopener noreferrer\" title=\"Harbor Ledger – A permit and a glossary\" aria-label=\"1: Harbor Ledger – A permit and a glossary\">1</a></span>。</p>\n<p><strong>Copperfield、試験を延期</strong><br>\n来月になります\u202F<span class=\"cites\"><a class=\"cite\" href=\"https://harborledger.example/permit\" rel=\"nofollow noopener noreferrer\" title=\"Harbor Ledger – A permit and a glossary\" aria-label=\"1: Harbor Ledger – A permit and a glossary\">1</a></span>。</p>\n<div class=\"sources\">\n<p>出典 <a href=\"https://harborledger.example/permit\" rel=\"nofollow noopener noreferrer\">1 Harbor Ledger</a></p>\n</div>","anchor":"s-ef06eca9bb","locale":"Japanese","buttons":[]}');
CREATE TABLE "platform_state" (
    "Platform" TEXT NOT NULL,
    "Key" TEXT NOT NULL,
    "Value" TEXT NOT NULL,
    "ChangedAt" INTEGER NOT NULL,
    CONSTRAINT "PK_platform_state" PRIMARY KEY ("Platform", "Key")
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
INSERT INTO "posts" VALUES(1,1,'iSTvDDsydVuhpX_luW5d4A',0,'Original','root',1,1,0,'32b2329bd20cee17c8aef508813e650b5183f3c252af233a6993b2c78c3e010f','Sent',NULL,NULL,'1',1,0,0,0,639316172181562876,639316388158856149,639316172180246619,639316172181562876,1);
INSERT INTO "posts" VALUES(2,1,'st0JrMJslv7h1fMpWTWzQg',1,'Original','technology-news',1,1,0,'7f1a61f2938450dc49653b0934c36e427ea6b8499a836e32a71dbaf5a878624e','Sent',NULL,NULL,'2',1,0,0,0,639316172181981493,639316388158856149,639316172181747641,639316172181981493,1);
INSERT INTO "posts" VALUES(3,1,'K97InmM3CtiG0YHXRJsZSA',2,'Original','startups',1,1,0,'7edcf207604fa7128f352719f27427e1087a3161ec95b4111dc95ed02c7fb285','Sent',NULL,NULL,'3',1,0,0,0,639316172182100410,639316388158856149,639316172182027262,639316172182100410,1);
INSERT INTO "posts" VALUES(4,1,'J7hQnShE9JGPoygPeCgD9g',3,'Original','future-tech',1,1,0,'1a4207302e573120183346e9daec9dc2411f509dc4afa3bae7aafd17b4cf4541','Sent',NULL,NULL,'4',1,0,0,0,639316172182261251,639316388158856149,639316172182176801,639316172182261251,1);
INSERT INTO "posts" VALUES(5,1,'Xv2uj9aItsF0vZfOzLV_Kg',4,'Original','analysis',1,1,0,'da33bfc2001e06b9d51da57d9161e4663bdc9d6ab8181605991196ade206731f','Sent',NULL,NULL,'5',1,0,0,0,639316172182380016,639316388158856149,639316172182308032,639316172182380016,1);
INSERT INTO "posts" VALUES(6,1,'HpiAvyHpPtwYLBof_nE6jA',5,'Original','other-港湾規制',1,1,0,'9000127ff5818ed84f6655354e8e1562f7e5f9d6d1f3314106d575607bd62aa9','Sent',NULL,NULL,'6',1,0,0,0,639316172182499917,639316388158856149,639316172182424321,639316172182499917,1);
INSERT INTO "posts" VALUES(7,1,'iujJkqCarfUcKAVXm_-Qqw',6,'Original','insights',1,1,0,'08d0493040807d33e2cceee8a6ccaa418c0eb1d1cca604c0dddc1e3fcd0a1965','Sent',NULL,NULL,'7',1,0,0,0,639316172182619795,639316388158856149,639316172182543990,639316172182619795,1);
INSERT INTO "posts" VALUES(8,1,'Lvpu7e00kN92_s65lCNZqw',7,'Original','outlook',1,1,0,'f7f668e17e9c9830f9d691116a0970cd1eee62496b6444b09113e4af1dd0953e','Sent',NULL,NULL,'8',1,0,0,0,639316172182740311,639316388158856149,639316172182668308,639316172182740311,1);
INSERT INTO "posts" VALUES(9,1,'-cUFOhPm6OQU-fj-3Pez0A',8,'Original','references',1,1,0,'7577fd3f46033f616e06f76be8efd99e766ca36a8179e4b47d022f0b22fe5275','Sent',NULL,NULL,'9',1,0,0,0,639316172182844532,639316388158856149,639316172182785935,639316172182844532,1);
INSERT INTO "posts" VALUES(10,1,'M72fGCUfYYTDqGKRNhHrsg',9,'Edit','startups',1,2,0,'bb0e4fa25dc3d552667d44989b9c978fce7e69c97dda9db120576487c2ef9dc6','Sent',NULL,NULL,'3',1,0,0,0,639316172303949191,639316388295289452,639316172303658727,639316172303949191,1);
INSERT INTO "posts" VALUES(11,1,'yRTc5mEsap1FoN17i55uiQ',10,'Append','correction-2',1,2,0,'45d1137d30091639cdd76f03eead20f6027c29c8d6bdd0a46f1609e16857874d','Sent',NULL,NULL,'10',1,0,0,0,639316172304349395,639316388295289452,639316172304073648,639316172304349395,1);
INSERT INTO "posts" VALUES(12,2,'oJWNYMyckZoLUwwYp_VQ9A',0,'Original','root',1,1,0,'3efeaa027b9c0d8b53bc459d1478eba004c123e3870f55b86200b34473525147','Planned',NULL,NULL,NULL,0,0,0,0,639316172488204142,639316388488204142,NULL,NULL,0);
INSERT INTO "posts" VALUES(13,2,'tJVsSB2UNHdY-rmmDVKzJg',1,'Original','technology-news',1,1,0,'f45ee8ed732423ff0c4586d7f0dcf17615105d16940de7ccb963c052a1b53ac5','Planned',NULL,NULL,NULL,0,0,0,0,639316172488204142,639316388488204142,NULL,NULL,0);
INSERT INTO "posts" VALUES(14,2,'VNagQjBbZhicuNFwtTazeg',2,'Original','references',1,1,0,'3ab1bb55ebdf09d160825dfe2e48905c1bf395488fa3762b676cef8d84adc893','Planned',NULL,NULL,NULL,0,0,0,0,639316172488204142,639316388488204142,NULL,NULL,0);
CREATE TABLE "protection_keys" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_protection_keys" PRIMARY KEY AUTOINCREMENT,
    "Name" TEXT NOT NULL,
    "Xml" TEXT NOT NULL
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
INSERT INTO "revisions" VALUES(1,1,'b5174edc99ce56af3e4ee17beb649374e728e36061499b0b9435224e2cf6952a','# 📰 米国AI朝刊 2026年3月4日（水）：港の電力と静かな計算機

2026年3月4日は、港湾の**電力契約**が話題をさらいました [1]。**Lantern Grid**は冷凍倉庫の余剰電力を夜間の学習に回すと発表し、**Mossbank**は**「静かな計算機」**と呼ぶ油冷機を公開しています。港の余力をどう売るかという問いは、発電所の建設より早く答えが出そうです。詳しくは[港湾局の資料](https://harbor.example/plan)をご覧ください。

なお、広告分野の発表は少ない一日でした。

---

## 🔥 AI基盤技術ニュース

- **Lantern Grid、余剰電力の夜間入札を開始**: 冷凍倉庫の余り電力を30分単位で売る市場を開きました [1]。買い手は学習ジョブを登録し、価格が下がった時間だけ走らせます。
- **Mossbank、油冷の静音機を公開**：騒音は図書館並みの35デシベルです [2, 3]。
  - 冷却油は植物由来です。
  - 保証は五年です [3]。
- Quay Robotics: 荷役ロボットの手首を交換式に改めました [4]。
- **Tidewater**は港の地図を公開しました [99]。

## 🚀 新興企業・スタートアップ動向

| 企業名 | 概要 | 調達額/評価額 | 主要投資家 | 未来変革ポテンシャル | 拠点 | 引用 |
| :--- | :--- | :--- | :--- | :--- | :--- | :--- |
| **Lantern Grid** | 港湾電力の入札市場 | 2.4億ドル（シリーズB） / 19億ドル | Pier Capital（リード）, Slate Fund | 余剰電力の**価格形成** | ロングビーチ | [1] |
| **Mossbank** | 油冷の計算機 | 約9000万ドル（シリーズA） | Fern Ventures、Slate Fundほか | - | - | [2] |
| **Quay Robotics** | 荷役ロボット | 3〜5億円 | - | 交換式の手首 | 神戸 | [4] |
| **Tidewater** | 港の地図 | 非公開（シード） | Pier Capital | 浅瀬の自動測量 | | [5] |
| **Harrow** | 船の保険 | 12億円 | Cove & Sons | 事故の予測 | 横浜 | [5] |

**Lantern Grid**は入札の手数料だけで黒字になったと述べています [1]。

## 💡 未来変革テクノロジー

### 油で冷やす: 音のない部屋へ

油は水より熱を運ぶのが遅く、そのかわり部品を錆びさせません [2]。

> 「音がしないことが、いちばんの機能です」 - Mossbankの設計チーム [3]

## 📈 詳細進化分析

| 観点 | 空冷 | 水冷 | 油冷 |
| :--- | :--- | :--- | :--- |
| 騒音 | 70デシベル | 55デシベル | 35デシベル |
| 保証 | 三年 | - | 五年 |

冷やし方は、置き場所の自由を決めます。

## ⚓ 港湾規制

1. 夜間の騒音規制が強化されます [6]。
2. 電力の転売には届け出が要ります。

## 🌟 戦略的インサイト

**余力の時刻表を持つ者が強い**という一日でした。計画できる余力は商品になります。

## 🔮 包括的展望

- **短期（〜1年）**: **夜間入札の定着**が進みます。
- **中期（1〜3年）**: **静音機の標準化**が議論されます。

  置き場所の制約が緩みます。
- **長期（3年〜）**: 港が計算の拠点になります。

## 参考文献

[1] Harbor Ledger. (2026, March 4). *Night auctions open at the port*. https://harborledger.example/night-auctions

[2] Cooling Notes. (2026, March 3). *A computer without a sound*. https://coolingnotes.example/silent

[3] Cooling Notes. (2026, March 4). *Five years of oil*. https://coolingnotes.example/five-years

[4] Dock Weekly. (2026, March 4). *A wrist that comes off*. https://dockweekly.example/wrist

[5] Harbor Ledger. (2026, March). *Maps and cover for small ships*. https://harborledger.example/maps

[6] Port Gazette. (2026, March 2). *Quieter nights*. 図書館で閲覧。
','cli',639316172098009147);
INSERT INTO "revisions" VALUES(2,1,'1f6e500fede5db5bfd4ec9f1463a5bf837134b032b4a477f69abc17861addb04','# 米国AIデイリー：兆円時代の入口（二〇二六年七月一日）

七月一日、下期の初日は桁の話です。数え方の違いで見え方が変わるため、本日は単位を原文のまま残します。

## 💹 調達・買収・上場

| 番号 | 会社 | 金額（億円） | 企業価値（億円） | 段階 | 出し手 | 根拠 |
|--:|:--|--:|--:|:--|:--|:-:|
| 1 | **Asagiri** | 1,250 | 9,800 | シリーズD | 東雲キャピタル・パートナーズ／Ridge & Rowe | 1 |
| 2 | **Bekko** | 約40 | - | シリーズA（追加クローズ） | Kite Capital他2社 | 2、3 |
| 3 | **Chidori** | 非開示 | 300超 | 戦略投資 | Hoshi Motors | 3 |
| 4 | **Donguri** | 5～8 | － | プレシード | なし | 4 |

続いて、ドル建ての案件です。

| 企業 | 内容 | 規模 | 引受 |
|:--|:--|:--|:--|
| Enoki Cloud | データセンター | 1兆5,000億円（100億ドル相当）の融資枠 | 三条銀行、Harbor Bankなど [5] |
| Fukuro | 創薬 | 最大5億ドル（うち2億ドルは成功報酬）、買収 | Hoshi Motors [6] |
| Genko | 教育 | 千五百万ドル（シリーズA）、累計4,200万ドル | Elm Partners [6] |

- **Hamaguri Security**はシリーズCで9,900万ドルを調達したと発表した。ラウンドはCrown Pointと東雲キャピタル・パートナーズが共同で主導し、評価額は前回の2倍の11億ドルになった [7]
- **Isoshigi**：新株予約権付社債で20億円。引受先はKite CapitalとNagi AI [7]
- **Jorou**：助成金として3.5百万ユーロを受領（欧州研究機構から）[8]
- **Karasu**は人員を2割減らすと報じられました。売上高は4億ドルです [8]

## 🧱 計算基盤

- **桁を読むモデル**：Asagiriは、決算書の単位を取り違えないモデルを公開した【1】【２】
- **「円建てGPU」を貸し出し**――Enoki Cloudは円で払える時間貸しを始めました【5】
- ドル建ての料金は据え置き。ただし電力の加算があります［６］

## 🪧 広告の数字

- 表示回数の数え方が、七月から変わります。**Hamaguri Ads**が先行しました【７】
- **Fukuro、処方薬の広告をやめる**: 理由は費用対効果です【6】【8】

## 🔍 数え方の読み比べ

| 数え方 | 使う国 | 一兆の桁 |
|---|---|---|
| 万進 | 日本、中国 | 12 |
| 千進 | 米国 | 12 |
| ラーク・クロール | インド | 12 |

## 🪄 次代の技術

- **単位つきの数**（研究段階）：計算の途中で単位を失わない回路です【8】。
- **桁あふれを起こさない記憶素子**：十進のまま覚えます【1、8】。

## 🧭 ここから先

短期（年内）：**料金表の単位**がそろいます。

中期（向こう2〜3年）：円建ての先物が立ち上がります【5】。

長期（5年超）：**単位の自動翻訳**が当たり前になります。読み違えは昔話です。

## 🗣️ 経営者への提言

- 単位を書く。
- 為替を書く。
- 日付を書く。
- 前回との差を書く。

## 🔗 リンク集

1. 東雲経済. (2026年7月1日). *Asagiri、1250億円*. https://shinonome.example/asagiri
2. 単位通信. (2026年6月30日). *追加の四十億円*. https://tani.example/bekko
3. 単位通信. (2026年6月30日). *Chidoriの新しい株主*. https://tani.example/chidori
4. どんぐり新聞. (2026年6月29日). *小さな種*. https://donguri.example/seed
5. Yen Cloud Letter. (2026, July 1). *GPUs you can pay for in yen*. https://yencloud.example/enoki
6. Pharma Count. (2026, June 30). *Five hundred million, perhaps*. https://pharmacount.example/fukuro
7. Safe Ledger. (2026, July 1). *Hamaguri doubles*. https://safeledger.example/hamaguri
8. 欧州研究便り. (2026年6月). *助成の一覧*. https://oushu.example/grants
','cli',639316172108056630);
INSERT INTO "revisions" VALUES(3,1,'1e9e0dd4a5d0cba7d64b483fedcdec5bf6a050fbf377b9f50ce39c07fca4f223','# 📰 米国AI朝刊 2026年11月30日：港の電力と静かな計算機

2026年11月30日は、港湾の**電力契約**が話題をさらいました [1]。**Lantern Grid**は冷凍倉庫の余剰電力を夜間の学習に回すと発表し、**Mossbank**は**「静かな計算機」**と呼ぶ油冷機を公開しています。港の余力をどう売るかという問いは、発電所の建設より早く答えが出そうです。詳しくは[港湾局の資料](https://harbor.example/plan)をご覧ください。

なお、広告分野の発表は少ない一日でした。

---

## 🔥 AI基盤技術ニュース

- **Lantern Grid、余剰電力の夜間入札を開始**: 冷凍倉庫の余り電力を30分単位で売る市場を開きました [1]。買い手は学習ジョブを登録し、価格が下がった時間だけ走らせます。
- **Mossbank、油冷の静音機を公開**：騒音は図書館並みの35デシベルです [2, 3]。
  - 冷却油は植物由来です。
  - 保証は五年です [3]。
- Quay Robotics: 荷役ロボットの手首を交換式に改めました [4]。
- **Tidewater**は港の地図を公開しました [99]。

## 🚀 新興企業・スタートアップ動向

| 企業名 | 概要 | 調達額/評価額 | 主要投資家 | 未来変革ポテンシャル | 拠点 | 引用 |
| :--- | :--- | :--- | :--- | :--- | :--- | :--- |
| **Lantern Grid** | 港湾電力の入札市場 | 2.4億ドル（シリーズB） / 19億ドル | Pier Capital（リード）, Slate Fund | 余剰電力の**価格形成** | ロングビーチ | [1] |
| **Mossbank** | 油冷の計算機 | 約9000万ドル（シリーズA） | Fern Ventures、Slate Fundほか | - | - | [2] |
| **Quay Robotics** | 荷役ロボット | 3〜5億円 | - | 交換式の手首 | 神戸 | [4] |
| **Tidewater** | 港の地図 | 非公開（シード） | Pier Capital | 浅瀬の自動測量 | | [5] |
| **Harrow** | 船の保険 | 12億円 | Cove & Sons | 事故の予測 | 横浜 | [5] |

**Lantern Grid**は入札の手数料だけで黒字になったと述べています [1]。

## 💡 未来変革テクノロジー

### 油で冷やす: 音のない部屋へ

油は水より熱を運ぶのが遅く、そのかわり部品を錆びさせません [2]。

> 「音がしないことが、いちばんの機能です」 - Mossbankの設計チーム [3]

## 📈 詳細進化分析

| 観点 | 空冷 | 水冷 | 油冷 |
| :--- | :--- | :--- | :--- |
| 騒音 | 70デシベル | 55デシベル | 35デシベル |
| 保証 | 三年 | - | 五年 |

冷やし方は、置き場所の自由を決めます。

## ⚓ 港湾規制

1. 夜間の騒音規制が強化されます [6]。
2. 電力の転売には届け出が要ります。

## 🌟 戦略的インサイト

**余力の時刻表を持つ者が強い**という一日でした。計画できる余力は商品になります。

## 🔮 包括的展望

- **短期（〜1年）**: **夜間入札の定着**が進みます。
- **中期（1〜3年）**: **静音機の標準化**が議論されます。

  置き場所の制約が緩みます。
- **長期（3年〜）**: 港が計算の拠点になります。

## 参考文献

[1] Harbor Ledger. (2026, March 4). *Night auctions open at the port*. https://harborledger.example/night-auctions

[2] Cooling Notes. (2026, March 3). *A computer without a sound*. https://coolingnotes.example/silent

[3] Cooling Notes. (2026, March 4). *Five years of oil*. https://coolingnotes.example/five-years

[4] Dock Weekly. (2026, March 4). *A wrist that comes off*. https://dockweekly.example/wrist

[5] Harbor Ledger. (2026, March). *Maps and cover for small ships*. https://harborledger.example/maps

[6] Port Gazette. (2026, March 2). *Quieter nights*. 図書館で閲覧。
','cli',639316172148378805);
INSERT INTO "revisions" VALUES(3,2,'c5f9b36085967c95767fd7a96f67e70d3bba824231385c7f967168aa17d19965','# 📰 米国AI朝刊 2026年11月30日：港の電力と静かな計算機

2026年11月30日は、港湾の**電力契約**が話題をさらいました [1]。**Lantern Grid**は冷凍倉庫の余剰電力を夜間の学習に回すと発表し、**Mossbank**は**「静かな計算機」**と呼ぶ油冷機を公開しています。港の余力をどう売るかという問いは、発電所の建設より早く答えが出そうです。詳しくは[港湾局の資料](https://harbor.example/plan)をご覧ください。

なお、広告分野の発表は少ない一日でした。

---

## 🔥 AI基盤技術ニュース

- **Lantern Grid、余剰電力の夜間入札を開始**: 冷凍倉庫の余り電力を30分単位で売る市場を開きました [1]。買い手は学習ジョブを登録し、価格が下がった時間だけ走らせます。
- **Mossbank、油冷の静音機を公開**：騒音は図書館並みの35デシベルです [2, 3]。
  - 冷却油は植物由来です。
  - 保証は五年です [3]。
- Quay Robotics: 荷役ロボットの手首を交換式に改めました [4]。
- **Tidewater**は港の地図を公開しました [99]。

## 🚀 新興企業・スタートアップ動向

| 企業名 | 概要 | 調達額/評価額 | 主要投資家 | 未来変革ポテンシャル | 拠点 | 引用 |
| :--- | :--- | :--- | :--- | :--- | :--- | :--- |
| **Lantern Grid** | 港湾電力の入札市場 | 2.4億ドル（シリーズB） / 19億ドル | Pier Capital（リード）, Slate Fund | 余剰電力の**価格形成** | ロングビーチ | [1] |
| **Mossbank** | 油冷の計算機 | 約9500万ドル（シリーズA） | Fern Ventures、Slate Fundほか | - | - | [2] |
| **Quay Robotics** | 荷役ロボット | 3〜5億円 | - | 交換式の手首 | 神戸 | [4] |
| **Tidewater** | 港の地図 | 非公開（シード） | Pier Capital | 浅瀬の自動測量 | | [5] |
| **Harrow** | 船の保険 | 12億円 | Cove & Sons | 事故の予測 | 横浜 | [5] |

**Lantern Grid**は入札の手数料だけで黒字になったと述べています [1]。

## 💡 未来変革テクノロジー

### 油で冷やす: 音のない部屋へ

油は水より熱を運ぶのが遅く、そのかわり部品を錆びさせません [2]。

> 「音がしないことが、いちばんの機能です」 - Mossbankの設計チーム [3]

## 📈 詳細進化分析

| 観点 | 空冷 | 水冷 | 油冷 |
| :--- | :--- | :--- | :--- |
| 騒音 | 70デシベル | 55デシベル | 35デシベル |
| 保証 | 三年 | - | 五年 |

冷やし方は、置き場所の自由を決めます。

## ⚓ 港湾規制

1. 夜間の騒音規制が強化されます [6]。
2. 電力の転売には届け出が要ります。

## 🌟 戦略的インサイト

**余力の時刻表を持つ者が強い**という一日でした。計画できる余力は商品になります。

## 🔮 包括的展望

- **短期（〜1年）**: **夜間入札の定着**が進みます。
- **中期（1〜3年）**: **静音機の標準化**が議論されます。

  置き場所の制約が緩みます。
- **長期（3年〜）**: 港が計算の拠点になります。

## 参考文献

[1] Harbor Ledger. (2026, March 4). *Night auctions open at the port*. https://harborledger.example/night-auctions

[2] Cooling Notes. (2026, March 3). *A computer without a sound*. https://coolingnotes.example/silent

[3] Cooling Notes. (2026, March 4). *Five years of oil*. https://coolingnotes.example/five-years

[4] Dock Weekly. (2026, March 4). *A wrist that comes off*. https://dockweekly.example/wrist

[5] Harbor Ledger. (2026, March). *Maps and cover for small ships*. https://harborledger.example/maps

[6] Port Gazette. (2026, March 2). *Quieter nights*. 図書館で閲覧。
','cli',639316172282087392);
INSERT INTO "revisions" VALUES(4,1,'0784c2049c8241b640b38b6549da5225086bb0b00f50c99f88481cae1743285f','# 米国AI朝刊 2026年11月29日：準備の一日

静かな火曜日でした。

## AI基盤技術ニュース

- **Lantern Grid、港湾局と契約**: 電力の利用を認められました [1]。
- **Briar Labs、辞書を公開**: 港の用語集です [1]。
- **Copperfield、試験を延期**: 来月になります [1]。

## 参考文献

[1] Harbor Ledger. (2026, March 3). *A permit and a glossary*. https://harborledger.example/permit
','cli',639316172476849657);
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
INSERT INTO "subscriptions" VALUES(1,'web','local','briefings','us-ai','[]','Japanese',NULL,NULL,NULL,1,639316172030798253);
CREATE TABLE "web_messages" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_web_messages" PRIMARY KEY AUTOINCREMENT,
    "Channel" TEXT NOT NULL,
    "ThreadId" INTEGER NULL,
    "PostKey" TEXT NOT NULL,
    "Payload" TEXT NOT NULL,
    "PostedAt" INTEGER NOT NULL,
    "EditedAt" INTEGER NULL
);
INSERT INTO "web_messages" VALUES(1,'briefings',NULL,'iSTvDDsydVuhpX_luW5d4A','{"title":"港の電力と静かな計算機","html":"<h2 class=\"headline\">港の電力と静かな計算機</h2>\n<div class=\"small\">\n<p>11月30日(月)・US AI・約3分</p>\n<p>前回(7/1)から 新規 5社・終了 1件</p>\n</div>\n<div class=\"deck\">\n<p>2026年11月30日は、港湾の<strong>電力契約</strong>が話題をさらいました\u202F<span class=\"cites\"><a class=\"cite\" href=\"https://harborledger.example/night-auctions\" rel=\"nofollow noopener noreferrer\" title=\"Harbor Ledger – Night auctions open at the port\" aria-label=\"1: Harbor Ledger – Night auctions open at the port\">1</a></span>。<strong>Lantern Grid</strong>は冷凍倉庫の余剰電力を夜間の学習に回すと発表し、<strong>Mossbank</strong>は<strong>「静かな計算機」</strong>と呼ぶ油冷機を公開しています。港の余力をどう売るかという問いは、発電所の建設より早く答えが出そうです。詳しくは<a href=\"https://harbor.example/plan\" rel=\"nofollow noopener noreferrer\">港湾局の資料</a>をご覧ください。</p>\n</div>\n<ul class=\"contents\">\n<li><a href=\"#s-026c1c17bb\">\uD83D\uDD25 AI基盤技術ニュース\u30004件</a><span class=\"names\">Lantern Grid・Mossbank・Quay Robotics…</span></li>\n<li><a href=\"#s-4b912e30e2\">\uD83D\uDE80 新興企業・スタートアップ動向\u30005社</a><span class=\"names\">最大 Lantern Grid 2.4億ドル・Harrow 12億円</span></li>\n<li><a href=\"#s-eabd32714f\">\uD83D\uDCA1 未来変革テクノロジー\u30001本</a><span class=\"names\">油で冷やす</span></li>\n<li><a href=\"#s-57f7ef058f\">\uD83D\uDCC8 詳細進化分析\u30002軸</a><span class=\"names\">空冷・水冷・油冷</span></li>\n<li><a href=\"#s-daf177346c\">⚓ 港湾規制\u30002件</a></li>\n<li><a href=\"#s-0c064c572c\">\uD83C\uDF1F 戦略的インサイト\u30001点</a><span class=\"names\">余力の時刻表を持つ者が強い</span></li>\n<li><a href=\"#s-14e9bd89f1\">\uD83D\uDD2E 包括的展望\u30003期</a><span class=\"names\">短期・中期・長期</span></li>\n<li><a href=\"#s-e7dcb29a21\">参考文献\u30006件</a></li>\n</ul>\n<div class=\"small\">\n<p>なお、広告分野の発表は少ない一日でした。</p>\n</div>","anchor":null,"locale":"Japanese","buttons":[{"label":"資金調達","command":"funding","arguments":"","series":"us-ai","date":"2026-11-30","action":"Ask"},{"label":"展望","command":"outlook","arguments":"","series":"us-ai","date":"2026-11-30","action":"Ask"},{"label":"出典","command":"sources","arguments":"","series":"us-ai","date":"2026-11-30","action":"Ask"}]}',639316172181107982,NULL);
INSERT INTO "web_messages" VALUES(2,'briefings',1,'st0JrMJslv7h1fMpWTWzQg','{"title":"\uD83D\uDD25 AI基盤技術ニュース\u30004件","html":"<h3 class=\"headline\" id=\"s-026c1c17bb\">\uD83D\uDD25 AI基盤技術ニュース\u30004件</h3>\n<p><strong>Lantern Grid、余剰電力の夜間入札を開始</strong><br>\n冷凍倉庫の余り電力を30分単位で売る市場を開きました\u202F<span class=\"cites\"><a class=\"cite\" href=\"https://harborledger.example/night-auctions\" rel=\"nofollow noopener noreferrer\" title=\"Harbor Ledger – Night auctions open at the port\" aria-label=\"1: Harbor Ledger – Night auctions open at the port\">1</a></span>。買い手は学習ジョブを登録し、価格が下がった時間だけ走らせます。</p>\n<p><strong>Mossbank、油冷の静音機を公開</strong><br>\n騒音は図書館並みの35デシベルです\u202F<span class=\"cites\"><a class=\"cite\" href=\"https://coolingnotes.example/silent\" rel=\"nofollow noopener noreferrer\" title=\"Cooling Notes – A computer without a sound\" aria-label=\"2: Cooling Notes – A computer without a sound\">2</a><a class=\"cite\" href=\"https://coolingnotes.example/five-years\" rel=\"nofollow noopener noreferrer\" title=\"Cooling Notes – Five years of oil\" aria-label=\"3: Cooling Notes – Five years of oil\">3</a></span>。</p>\n<ul>\n<li>冷却油は植物由来です。</li>\n<li>保証は五年です\u202F<span class=\"cites\"><a class=\"cite\" href=\"https://coolingnotes.example/five-years\" rel=\"nofollow noopener noreferrer\" title=\"Cooling Notes – Five years of oil\" aria-label=\"3: Cooling Notes – Five years of oil\">3</a></span>。</li>\n</ul>\n<p><strong>Quay Robotics</strong><br>\n荷役ロボットの手首を交換式に改めました\u202F<span class=\"cites\"><a class=\"cite\" href=\"https://dockweekly.example/wrist\" rel=\"nofollow noopener noreferrer\" title=\"Dock Weekly – A wrist that comes off\" aria-label=\"4: Dock Weekly – A wrist that comes off\">4</a></span>。</p>\n<p><strong>Tidewater</strong>は港の地図を公開しました\u202F<span class=\"cites\"><span class=\"cite\">99</span></span>。</p>\n<div class=\"sources\">\n<p>出典 <a href=\"https://harborledger.example/night-auctions\" rel=\"nofollow noopener noreferrer\">1 Harbor Ledger</a>・<a href=\"https://coolingnotes.example/silent\" rel=\"nofollow noopener noreferrer\">2 Cooling Notes</a>・<a href=\"https://coolingnotes.example/five-years\" rel=\"nofollow noopener noreferrer\">3 Cooling Notes</a>・<a href=\"https://dockweekly.example/wrist\" rel=\"nofollow noopener noreferrer\">4 Dock Weekly</a></p>\n</div>","anchor":"s-026c1c17bb","locale":"Japanese","buttons":[]}',639316172181874134,NULL);
INSERT INTO "web_messages" VALUES(3,'briefings',1,'K97InmM3CtiG0YHXRJsZSA','{"title":"\uD83D\uDE80 新興企業・スタートアップ動向\u30005社","html":"<h3 class=\"headline\" id=\"s-4b912e30e2\">\uD83D\uDE80 新興企業・スタートアップ動向\u30005社</h3>\n<div class=\"correction\">\n<p>✏️ 訂正 11/30 15:33 Mossbank 調達額: 約9000万ドル → 約9500万ドル</p>\n</div>\n<div class=\"small\">\n<p>合計 約3億3500万ドル（公表2社の和）・12億円（公表1社）・幅のある額 1社（合計に含まず）・非公開 1社</p>\n</div>\n<div class=\"card\">\n<p><strong>Lantern Grid\u30002.4億ドル</strong>（評価額 19億ドル）・シリーズB<br>\n港湾電力の入札市場<br>\n投資家\u3000Pier Capital（リード）・Slate Fund<br>\n注目\u3000余剰電力の<strong>価格形成</strong><br>\n拠点\u3000ロングビーチ\u202F<span class=\"cites\"><a class=\"cite\" href=\"https://harborledger.example/night-auctions\" rel=\"nofollow noopener noreferrer\" title=\"Harbor Ledger – Night auctions open at the port\" aria-label=\"1: Harbor Ledger – Night auctions open at the port\">1</a></span></p>\n</div>\n<div class=\"card\">\n<p><strong>Mossbank\u3000約9500万ドル</strong>・シリーズA<br>\n油冷の計算機<br>\n投資家\u3000Fern Ventures・Slate Fundほか\u202F<span class=\"cites\"><a class=\"cite\" href=\"https://coolingnotes.example/silent\" rel=\"nofollow noopener noreferrer\" title=\"Cooling Notes – A computer without a sound\" aria-label=\"2: Cooling Notes – A computer without a sound\">2</a></span></p>\n</div>\n<div class=\"card\">\n<p><strong>Quay Robotics\u30003〜5億円</strong><br>\n荷役ロボット<br>\n注目\u3000交換式の手首<br>\n拠点\u3000神戸\u202F<span class=\"cites\"><a class=\"cite\" href=\"https://dockweekly.example/wrist\" rel=\"nofollow noopener noreferrer\" title=\"Dock Weekly – A wrist that comes off\" aria-label=\"4: Dock Weekly – A wrist that comes off\">4</a></span></p>\n</div>\n<div class=\"card\">\n<p><strong>Tidewater\u3000非公開</strong>・シード<br>\n港の地図<br>\n投資家\u3000Pier Capital<br>\n注目\u3000浅瀬の自動測量\u202F<span class=\"cites\"><a class=\"cite\" href=\"https://harborledger.example/maps\" rel=\"nofollow noopener noreferrer\" title=\"Harbor Ledger – Maps and cover for small ships\" aria-label=\"5: Harbor Ledger – Maps and cover for small ships\">5</a></span></p>\n</div>\n<div class=\"card\">\n<p><strong>Harrow\u300012億円</strong><br>\n船の保険<br>\n投資家\u3000Cove &amp; Sons<br>\n注目\u3000事故の予測<br>\n拠点\u3000横浜\u202F<span class=\"cites\"><a class=\"cite\" href=\"https://harborledger.example/maps\" rel=\"nofollow noopener noreferrer\" title=\"Harbor Ledger – Maps and cover for small ships\" aria-label=\"5: Harbor Ledger – Maps and cover for small ships\">5</a></span></p>\n</div>\n<p><strong>Lantern Grid</strong>は入札の手数料だけで黒字になったと述べています\u202F<span class=\"cites\"><a class=\"cite\" href=\"https://harborledger.example/night-auctions\" rel=\"nofollow noopener noreferrer\" title=\"Harbor Ledger – Night auctions open at the port\" aria-label=\"1: Harbor Ledger – Night auctions open at the port\">1</a></span>。</p>\n<div class=\"sources\">\n<p>出典 <a href=\"https://harborledger.example/night-auctions\" rel=\"nofollow noopener noreferrer\">1 Harbor Ledger</a>・<a href=\"https://coolingnotes.example/silent\" rel=\"nofollow noopener noreferrer\">2 Cooling Notes</a>・<a href=\"https://dockweekly.example/wrist\" rel=\"nofollow noopener noreferrer\">4 Dock Weekly</a>・<a href=\"https://harborledger.example/maps\" rel=\"nofollow noopener noreferrer\">5 Harbor Ledger</a></p>\n</div>","anchor":"s-4b912e30e2","locale":"Japanese","buttons":[]}',639316172182068656,639316172303767583);
INSERT INTO "web_messages" VALUES(4,'briefings',1,'J7hQnShE9JGPoygPeCgD9g','{"title":"\uD83D\uDCA1 未来変革テクノロジー\u30001本","html":"<h3 class=\"headline\" id=\"s-eabd32714f\">\uD83D\uDCA1 未来変革テクノロジー\u30001本</h3>\n<h4>油で冷やす: 音のない部屋へ</h4>\n<p>油は水より熱を運ぶのが遅く、そのかわり部品を錆びさせません\u202F<span class=\"cites\"><a class=\"cite\" href=\"https://coolingnotes.example/silent\" rel=\"nofollow noopener noreferrer\" title=\"Cooling Notes – A computer without a sound\" aria-label=\"2: Cooling Notes – A computer without a sound\">2</a></span>。</p>\n<blockquote>\n<p>「音がしないことが、いちばんの機能です」 - Mossbankの設計チーム\u202F<span class=\"cites\"><a class=\"cite\" href=\"https://coolingnotes.example/five-years\" rel=\"nofollow noopener noreferrer\" title=\"Cooling Notes – Five years of oil\" aria-label=\"3: Cooling Notes – Five years of oil\">3</a></span></p>\n</blockquote>\n<div class=\"sources\">\n<p>出典 <a href=\"https://coolingnotes.example/silent\" rel=\"nofollow noopener noreferrer\">2 Cooling Notes</a>・<a href=\"https://coolingnotes.example/five-years\" rel=\"nofollow noopener noreferrer\">3 Cooling Notes</a></p>\n</div>","anchor":"s-eabd32714f","locale":"Japanese","buttons":[]}',639316172182199191,NULL);
INSERT INTO "web_messages" VALUES(5,'briefings',1,'Xv2uj9aItsF0vZfOzLV_Kg','{"title":"\uD83D\uDCC8 詳細進化分析\u30002軸","html":"<h3 class=\"headline\" id=\"s-57f7ef058f\">\uD83D\uDCC8 詳細進化分析\u30002軸</h3>\n<div class=\"small\">\n<p>観点・空冷・水冷・油冷</p>\n</div>\n<div class=\"card\">\n<p><strong>騒音</strong><br>\n空冷: 70デシベル<br>\n水冷: 55デシベル<br>\n油冷: 35デシベル</p>\n</div>\n<div class=\"card\">\n<p><strong>保証</strong><br>\n空冷: 三年<br>\n油冷: 五年</p>\n</div>\n<p>冷やし方は、置き場所の自由を決めます。</p>","anchor":"s-57f7ef058f","locale":"Japanese","buttons":[]}',639316172182348412,NULL);
INSERT INTO "web_messages" VALUES(6,'briefings',1,'HpiAvyHpPtwYLBof_nE6jA','{"title":"⚓ 港湾規制\u30002件","html":"<h3 class=\"headline\" id=\"s-daf177346c\">⚓ 港湾規制\u30002件</h3>\n<ol>\n<li>夜間の騒音規制が強化されます\u202F<span class=\"cites\"><span class=\"cite\" title=\"Port Gazette – Quieter nights\">6</span></span>。</li>\n<li>電力の転売には届け出が要ります。</li>\n</ol>\n<div class=\"sources\">\n<p>出典 6 Port Gazette</p>\n</div>","anchor":"s-daf177346c","locale":"Japanese","buttons":[]}',639316172182466480,NULL);
INSERT INTO "web_messages" VALUES(7,'briefings',1,'iujJkqCarfUcKAVXm_-Qqw','{"title":"\uD83C\uDF1F 戦略的インサイト\u30001点","html":"<h3 class=\"headline\" id=\"s-0c064c572c\">\uD83C\uDF1F 戦略的インサイト\u30001点</h3>\n<p><strong>余力の時刻表を持つ者が強い</strong>という一日でした。計画できる余力は商品になります。</p>","anchor":"s-0c064c572c","locale":"Japanese","buttons":[]}',639316172182586897,NULL);
INSERT INTO "web_messages" VALUES(8,'briefings',1,'Lvpu7e00kN92_s65lCNZqw','{"title":"\uD83D\uDD2E 包括的展望\u30003期","html":"<h3 class=\"headline\" id=\"s-14e9bd89f1\">\uD83D\uDD2E 包括的展望\u30003期</h3>\n<div class=\"card\">\n<div class=\"small\">\n<p>短期（〜1年）</p>\n</div>\n<p><strong>夜間入札の定着</strong>が進みます。</p>\n<div class=\"small\">\n<p>目安 2027年11月まで</p>\n</div>\n</div>\n<div class=\"card\">\n<div class=\"small\">\n<p>中期（1〜3年）</p>\n</div>\n<p><strong>静音機の標準化</strong>が議論されます。</p>\n<p>置き場所の制約が緩みます。</p>\n<div class=\"small\">\n<p>目安 2027年11月〜2029年11月</p>\n</div>\n</div>\n<div class=\"card\">\n<div class=\"small\">\n<p>長期（3年〜）</p>\n</div>\n<p>港が計算の拠点になります。</p>\n<div class=\"small\">\n<p>目安 2029年11月以降</p>\n</div>\n</div>","anchor":"s-14e9bd89f1","locale":"Japanese","buttons":[]}',639316172182707117,NULL);
INSERT INTO "web_messages" VALUES(9,'briefings',1,'-cUFOhPm6OQU-fj-3Pez0A','{"title":"参考文献\u30006件","html":"<h3 class=\"headline\" id=\"s-e7dcb29a21\">参考文献\u30006件</h3>\n<p>1 <a href=\"https://harborledger.example/night-auctions\" rel=\"nofollow noopener noreferrer\">Night auctions open at the port</a>\u3000Harbor Ledger・2026年3月4日</p>\n<p>2 <a href=\"https://coolingnotes.example/silent\" rel=\"nofollow noopener noreferrer\">A computer without a sound</a>\u3000Cooling Notes・2026年3月3日</p>\n<p>3 <a href=\"https://coolingnotes.example/five-years\" rel=\"nofollow noopener noreferrer\">Five years of oil</a>\u3000Cooling Notes・2026年3月4日</p>\n<p>4 <a href=\"https://dockweekly.example/wrist\" rel=\"nofollow noopener noreferrer\">A wrist that comes off</a>\u3000Dock Weekly・2026年3月4日</p>\n<p>5 <a href=\"https://harborledger.example/maps\" rel=\"nofollow noopener noreferrer\">Maps and cover for small ships</a>\u3000Harbor Ledger・2026年3月</p>\n<p><span class=\"cites\"><span class=\"cite\" title=\"Port Gazette – Quieter nights\">6</span></span> Port Gazette. (2026, March 2). <em>Quieter nights</em>. 図書館で閲覧。</p>","anchor":"s-e7dcb29a21","locale":"Japanese","buttons":[]}',639316172182826406,NULL);
INSERT INTO "web_messages" VALUES(10,'briefings',1,'yRTc5mEsap1FoN17i55uiQ','{"title":"✏️ 訂正しました: 新興企業・スタートアップ動向","html":"<p>✏️ 訂正しました: 新興企業・スタートアップ動向</p>","anchor":null,"locale":"Japanese","buttons":[]}',639316172304189988,NULL);
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
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('subscriptions',1);
INSERT INTO "sqlite_sequence" VALUES('protection_keys',1);
INSERT INTO "sqlite_sequence" VALUES('briefings',4);
INSERT INTO "sqlite_sequence" VALUES('items',77);
INSERT INTO "sqlite_sequence" VALUES('mentions',89);
INSERT INTO "sqlite_sequence" VALUES('deliveries',2);
INSERT INTO "sqlite_sequence" VALUES('posts',14);
INSERT INTO "sqlite_sequence" VALUES('web_messages',10);
INSERT INTO "sqlite_sequence" VALUES('audit',1);
COMMIT;

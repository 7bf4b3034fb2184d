PRAGMA application_id = 1399021933;
PRAGMA user_version = 1;
BEGIN TRANSACTION;
CREATE TABLE claim (
  row INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, document INTEGER NOT NULL REFERENCES document, type TEXT NOT NULL,
  source INTEGER NOT NULL REFERENCES part, target INTEGER REFERENCES part, value TEXT, role TEXT, status TEXT NOT NULL,
  ended INTEGER NOT NULL, attributed_to TEXT, date TEXT, amount TEXT, currency TEXT, probability REAL,
  evidence TEXT NOT NULL, link INTEGER REFERENCES link
) STRICT;
INSERT INTO "claim" VALUES(1,'babfec0141b60b21ab45',1,'OPERATES',1,2,NULL,'operator','alleged',0,NULL,NULL,NULL,NULL,0.7,'[[0,42,"SHE Zhijiang (佘智江) is said to run KK Park."]]',1);
INSERT INTO "claim" VALUES(2,'5e1bd95d43f90854ff64',1,'nationality',1,NULL,'cn',NULL,'asserted',0,NULL,NULL,NULL,NULL,NULL,'[[0,42,"SHE Zhijiang (佘智江) is said to run KK Park."]]',NULL);
INSERT INTO "claim" VALUES(3,'6a51fa629d196957dbe7',2,'OPERATES',3,4,NULL,NULL,'denied',0,'his lawyer',NULL,NULL,NULL,NULL,'[[0,51,"She Zhijiang does not run KK Park, his lawyer said."]]',1);
INSERT INTO "claim" VALUES(4,'8bce950c46303737c97d',3,'OPERATES',5,6,NULL,'developer','asserted',0,NULL,NULL,NULL,NULL,NULL,'[[0,64,"She Zhijiang, developer of KK Park, called from +66 81 234 5678."]]',1);
INSERT INTO "claim" VALUES(5,'0731e4c107812881bd7b',3,'HOLDS_ACCOUNT',5,7,NULL,'holder','asserted',0,NULL,NULL,NULL,NULL,NULL,'[[0,64,"She Zhijiang, developer of KK Park, called from +66 81 234 5678."]]',2);
INSERT INTO "claim" VALUES(6,'b76bdb6c173aa3b6e3fa',3,'nationality',5,NULL,'kh',NULL,'asserted',0,NULL,NULL,NULL,NULL,NULL,'[[0,64,"She Zhijiang, developer of KK Park, called from +66 81 234 5678."]]',NULL);
CREATE TABLE document (
  row INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, text TEXT NOT NULL, title TEXT, publisher TEXT, published TEXT,
  language TEXT, reader TEXT NOT NULL, given_id TEXT, extractor TEXT NOT NULL, seal TEXT NOT NULL
) STRICT;
INSERT INTO "document" VALUES(1,'a5028101da51f792e610','SHE Zhijiang (佘智江) is said to run KK Park.','Who runs KK Park',NULL,'2025-09-08','en','','news-1','hand/1','6369e19eae7bdbb6a34e');
INSERT INTO "document" VALUES(2,'ede6fa784f9c3e558d16','She Zhijiang does not run KK Park, his lawyer said.',NULL,NULL,NULL,NULL,'',NULL,'hand/1','083fd5e4b73b2902db8a');
INSERT INTO "document" VALUES(3,'a01d7db60d16eaabaa64','She Zhijiang, developer of KK Park, called from +66 81 234 5678.',NULL,NULL,NULL,NULL,'',NULL,'hand/1','ff4955b5cda3a9bd63eb');
CREATE TABLE entity (
  row INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, schema TEXT NOT NULL, name TEXT NOT NULL,
  documents INTEGER NOT NULL, links INTEGER NOT NULL
) STRICT;
INSERT INTO "entity" VALUES(1,'a01d7db60d16eaabaa64.2','Compound','KK Park',3,1);
INSERT INTO "entity" VALUES(2,'a01d7db60d16eaabaa64.1','Person','She Zhijiang',3,2);
INSERT INTO "entity" VALUES(3,'a01d7db60d16eaabaa64.3','Phone','+66812345678',1,1);
CREATE TABLE judgement (
  row INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, "left" INTEGER NOT NULL REFERENCES part,
  "right" INTEGER NOT NULL REFERENCES part, verdict TEXT NOT NULL, by TEXT NOT NULL, why TEXT NOT NULL, at TEXT
) STRICT;
INSERT INTO "judgement" VALUES(1,'18939120cd3f95393803',2,4,'same','full-name/1','Compound named kk park',NULL);
INSERT INTO "judgement" VALUES(2,'877be7eb5bc592850c85',1,3,'same','full-name/1','Person named she zhijiang',NULL);
INSERT INTO "judgement" VALUES(3,'76a7f8f9c8a978531317',6,2,'same','full-name/1','Compound named kk park',NULL);
INSERT INTO "judgement" VALUES(4,'d509a8afede98d077011',5,1,'same','full-name/1','Person named she zhijiang',NULL);
CREATE TABLE link (
  row INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, type TEXT NOT NULL,
  source INTEGER NOT NULL REFERENCES entity, target INTEGER NOT NULL REFERENCES entity, UNIQUE (source, type, target)
) STRICT;
INSERT INTO "link" VALUES(1,'6a51fa629d196957dbe7','OPERATES',2,1);
INSERT INTO "link" VALUES(2,'0731e4c107812881bd7b','HOLDS_ACCOUNT',2,3);
CREATE TABLE meta (generation INTEGER NOT NULL) STRICT;
INSERT INTO "meta" VALUES(3);
CREATE TABLE name (
  row INTEGER PRIMARY KEY, entity INTEGER NOT NULL REFERENCES entity, surface TEXT NOT NULL, key TEXT NOT NULL,
  named INTEGER NOT NULL, said INTEGER NOT NULL, UNIQUE (entity, surface)
) STRICT;
INSERT INTO "name" VALUES(1,1,'KK Park','kk park',3,3);
INSERT INTO "name" VALUES(2,2,'SHE Zhijiang','she zhijiang',1,1);
INSERT INTO "name" VALUES(3,2,'佘智江','佘智江',0,1);
INSERT INTO "name" VALUES(4,2,'She Zhijiang','she zhijiang',2,2);
INSERT INTO "name" VALUES(5,3,'+66812345678','66812345678',1,0);
INSERT INTO "name" VALUES(6,3,'+66 81 234 5678','66812345678',0,1);
CREATE TABLE origin (address TEXT PRIMARY KEY, digest TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE part (
  row INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, document INTEGER NOT NULL REFERENCES document,
  number INTEGER NOT NULL, schema TEXT NOT NULL, name TEXT NOT NULL, mentions TEXT NOT NULL, key TEXT,
  entity INTEGER REFERENCES entity
) STRICT;
INSERT INTO "part" VALUES(1,'a5028101da51f792e610.1',1,1,'Person','SHE Zhijiang','[[0,12,"SHE Zhijiang"],[14,17,"佘智江"]]','Person she zhijiang',2);
INSERT INTO "part" VALUES(2,'a5028101da51f792e610.2',1,2,'Compound','KK Park','[[34,41,"KK Park"]]','Compound kk park',1);
INSERT INTO "part" VALUES(3,'ede6fa784f9c3e558d16.1',2,1,'Person','She Zhijiang','[[0,12,"She Zhijiang"]]','Person she zhijiang',2);
INSERT INTO "part" VALUES(4,'ede6fa784f9c3e558d16.2',2,2,'Compound','KK Park','[[26,33,"KK Park"]]','Compound kk park',1);
INSERT INTO "part" VALUES(5,'a01d7db60d16eaabaa64.1',3,1,'Person','She Zhijiang','[[0,12,"She Zhijiang"]]','Person she zhijiang',2);
INSERT INTO "part" VALUES(6,'a01d7db60d16eaabaa64.2',3,2,'Compound','KK Park','[[27,34,"KK Park"]]','Compound kk park',1);
INSERT INTO "part" VALUES(7,'a01d7db60d16eaabaa64.3',3,3,'Phone','+66812345678','[[48,63,"+66 81 234 5678"]]','Phone +66812345678',3);
CREATE TABLE sighting (
  document INTEGER NOT NULL REFERENCES document, origin TEXT NOT NULL, address TEXT NOT NULL, fresh INTEGER NOT NULL,
  PRIMARY KEY (document, origin, address)
) STRICT, WITHOUT ROWID;
INSERT INTO "sighting" VALUES(1,'reports','a5028101da51f792e610.txt',1);
INSERT INTO "sighting" VALUES(2,'reports','ede6fa784f9c3e558d16.txt',1);
INSERT INTO "sighting" VALUES(3,'reports','a01d7db60d16eaabaa64.txt',1);
CREATE INDEX document_given ON document (given_id);
CREATE INDEX sighting_origin ON sighting (origin);
CREATE INDEX sighting_address ON sighting (address);
CREATE INDEX entity_ranked ON entity (schema, links DESC, id);
CREATE INDEX part_document ON part (document);
CREATE INDEX part_chain ON part (key, id) WHERE key IS NOT NULL;
CREATE INDEX part_entity ON part (entity, id);
CREATE INDEX judgement_left ON judgement ("left");
CREATE INDEX judgement_right ON judgement ("right");
CREATE INDEX link_target ON link (target, type, source);
CREATE INDEX claim_document ON claim (document);
CREATE INDEX claim_source ON claim (source);
CREATE INDEX claim_target ON claim (target) WHERE target IS NOT NULL;
CREATE INDEX claim_link ON claim (link, id) WHERE link IS NOT NULL;
COMMIT;

"""Names by which texts call banks of the region: a number right after one is an account there.

No open registry of bank names covers South-East Asia; these are the licensed banks that texts name, in lower case,
short forms and native scripts included.
"""

from __future__ import annotations

from ingest.accounts.words import phrases

GENERIC = "bank, banque, banco, banka, bangko, 银行, 銀行, ธนาคาร, ธ., ngân hàng, ធនាគារ, ဘဏ်, ທະນາຄານ, 은행"
"""Words for "bank"."""

NAMES = """
maybank, cimb, cimb niaga, public bank, rhb, hong leong, ambank, bank islam, bank rakyat, bank muamalat, bsn,
bank simpanan nasional, affin, alliance bank, agrobank, mbsb, al rajhi, gxbank, ocbc, uob, dbs, posb, trust bank,
citibank, hsbc, standard chartered, stanchart, kasikorn, kasikornbank, kbank, scb, siam commercial bank,
bangkok bank, bbl, krungthai, krung thai, ktb, krungsri, ttb, tmb, thanachart, gsb, government savings bank, baac,
kiatnakin, tisco, กสิกร, กสิกรไทย, ไทยพาณิชย์, กรุงไทย, กรุงศรี, กรุงศรีอยุธยา, กรุงเทพ, ทหารไทย, ทหารไทยธนชาต,
ทีทีบี, ออมสิน, ธกส, ธ.ก.ส., เกียรตินาคิน, ธนชาต, ยูโอบี, aba, acleda, wing, canadia, prince bank, sathapana,
chip mong, phillip bank, vattanac, ftb, hattha, amk, prasac, អេប៊ីអេ, អេស៊ីលីដា, វីង, កាណាឌីយ៉ា, សាថាបនា, ហត្ថា, kbz,
kanbawza, aya, cb bank, yoma bank, uab, agd bank, mab, innwa, ကမ္ဘောဇ, ကေဘီဇက်, ဧရာဝတီ, ရိုးမ, စီဘီ, bcel, ldb, jdb,
lao development bank, phongsavanh, vietcombank, vcb, techcombank, tcb, bidv, agribank, vietinbank, mb bank, mbbank,
acb, vpbank, tpbank, sacombank, shb, vib, hdbank, ocb, msb, seabank, eximbank, lpbank, namabank, pvcombank, cake,
timo, bdo, bpi, metrobank, landbank, land bank, pnb, rcbc, unionbank, security bank, chinabank, china bank, eastwest,
psbank, gotyme, dbp, bca, bri, bni, mandiri, bsi, danamon, permata, btn, panin, btpn, jenius, 工行, 建行, 农行, 中行,
招行, 交行, 邮储, 邮政储蓄, 浦发, icbc, ccb, bank of china, bank of communications, 中國信託, 國泰世華, 台新,
台北富邦, 玉山, 兆豐, 永豐, 合作金庫, 中華郵政, 郵局, cathay united bank, esun, ctbc, taishin, hang seng, 恒生, 滙豐,
汇丰, 中銀香港, 渣打, za bank, 東亞, bochk, equity bank, kcb, stanbic, awash, absa, gtbank, zenith,
state bank of india, sbi, hdfc, icici, federal bank, nabil, emirates nbd, adcb, mashreq, barclays, lloyds, natwest,
santander, deutsche bank, commerzbank, revolut, wise, wells fargo, citi, mufg, shinhan, woori, kookmin, nh bank,
kakaobank, 농협
"""
"""Banks. Those in `PROPER` count only where the text writes them with a capital."""

PROPER = frozenset(
    phrases(
        """
    aba, wing, affin, mab, cake, timo, wise, citi, zenith, permata, panin, mandiri, awash, eastwest, prasac, absa,
    tcb, canadia, innwa, kasikorn, nabil
    """
    )
)

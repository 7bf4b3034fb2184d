"""What the words beside a number say it is, in nine languages, lower case: one comma-separated list a sense.

"other" is every number that is neither a telephone nor an account: passports, invoices, cases, parcels.
"""

from __future__ import annotations

WORDS = {
    "whatsapp": """
        whatsapp, whats app, wasap, wsap, 왓츠앱, whatsap, watsapp, wa, wsp, วอทส์แอพ, วอทส์แอป, วอตส์แอป, วอทแอพ,
        วอทแอป, វ៉ាត់សាប់, វ៉ាតសាប់, ဝပ်ဆက်, 瓦次普
    """,
    "viber": """
        viber, ไวเบอร์, វ៉ាយប័រ, ဗိုင်ဘာ, ဗိုက်ဘာ
    """,
    "zalo": """
        zalo, ซาโล
    """,
    "phone": """
        📞, ☎, 📱, 📲, phonenumber, phone number, msisdn, mobileno, telno, tel, tel., telp, tlp, telepon, telefon,
        telefono, telpon, telephone, telephones, phone, phones, ph, ph., phone no, mobile, mob, mob., cell,
        cellphone, hp, h/p, handphone, no hp, nohp, call, calls, called, calling, ring, rang, dial, dialled, dialed,
        text, texted, sms, contact, contacts, contact no, hotline, hotlines, helpline, infoline, careline, fax, faks,
        toll-free, talian, hubungi, hub, hub., menghubungi, panggilan, nombor telefon, nomor telepon, no tel,
        no. tel, no telp, duty line, sđt, sdt, đt, dt, đtdđ, điện thoại, số điện thoại, di động, đường dây nóng, gọi,
        liên hệ, alo, โทร, โทร., โทรศัพท์, เบอร์, เบอร์โทร, เบอร์ติดต่อ, มือถือ, สายด่วน, ติดต่อ, 电话, 電話, 手机,
        手機, 手机号, 联系, 聯絡, 聯繫, 热线, 熱線, 致电, 致電, 拨打, 撥打, 来电, 來電, 传真, ទូរស័ព្ទ, លេខទូរស័ព្ទ,
        ទូរសព្ទ, ទំនាក់ទំនង, ហតឡាញ, ဖုန်း, ဖုန်းနံပါတ်, ဆက်သွယ်ရန်, တယ်လီဖုန်း, ဆက်သွယ်, ໂທ, ເບີໂທ, tawag, tawagan,
        tumawag, tumawag sa, numero ng telepono, telepono, i-text, kontakin, makipag-ugnayan, signal, gcash, maya,
        paymaya, truemoney, true money, promptpay, พร้อมเพย์, ทรูมันนี่, momo, zalopay, wave money, wavepay, kbzpay,
        kpay, ကေပေး, touch 'n go, tng, grabpay, ovo, gopay, shopeepay, linkaja, m-pesa, mpesa, airtel money, bkash,
        nagad, paynow, duitnow, 转数快, 轉數快
    """,
    "messenger": """
        telegram, tg, signal, wechat, weixin, 微信, line, line id, ไลน์, kakaotalk, เทเลแกรม, តេឡេក្រាម, តេលេក្រាម,
        တယ်လီဂရမ်, 飞机, 纸飞机, 電報, 电报
    """,
    "account": """
        accountnumber, accountno, accno, account, accounts, acct, acct., acc, acc., a/c, ac no, account number,
        current account, savings, passbook, beneficiary, akaun, no akaun, no. akaun, rekening, rek, rek., norek,
        no rek, no. rek, nomor rekening, tài khoản, số tài khoản, stk, số tk, tk, tknh, บัญชี, เลขบัญชี, เลขที่บัญชี,
        เลขบช, บช, บช., 账号, 帐号, 賬號, 帳號, 账户, 帐户, 賬戶, 帳戶, 户口, 戶口, 户头, 戶頭, 卡号, 卡號, 银行卡,
        銀行卡, 收款, គណនី, លេខគណនី, អាខោន, အကောင့်, စာရင်း, ဘဏ်စာရင်း, ບັນຊີ, ເລກບັນຊີ, konto, kontonummer, cuenta,
        conta, compte, 계좌, 口座, bank card, debit card, card number, card no
    """,
    "social": """
        facebook, fb, fb id, messenger, tiktok, instagram, ig, twitter, youtube, weibo, 微博, qq, qq号, snapchat,
        discord, linkedin, binance, okx, huobi, kucoin, bybit, coinbase, steam, netflix, google, apple id, paypal,
        shopee, lazada
    """,
    "other": """
        total, jumlah, amount, sum, รวม, tổng, 总计, 總計, 金额, จำนวน, số tiền, routing, routing number, sort code,
        ifsc, branch code, branch, swift, pp no, passport, pasport, paspor, pasaporte, hộ chiếu, หนังสือเดินทาง,
        พาสปอร์ต, 护照, 護照, លិខិតឆ្លងដែន, နိုင်ငံကူးလက်မှတ်, ic, i/c, nric, mykad, id, id card, id no, identity,
        identity card, kad pengenalan, no. kp, ktp, nik, cccd, cmnd, căn cước, บัตรประชาชน, 身份证, 身分證, 身份證,
        证件, អត្តសញ្ញាណប័ណ្ណ, မှတ်ပုံတင်, registered, registration, registration no, reg, reg., company no,
        company number, ssm, uen, brn, cr no, npwp, nib, mst, mã số thuế, mã số, tin, tax, taxpayer, vat, gst, ein,
        ssn, orcid, imei, imsi, iccid, serial, s/n, sn, mac, isbn, issn, doi, imo, imo no, mmsi no, mmsi, hs code,
        barcode, sku, ean, invoice, inv, receipt, resit, faktur, kuitansi, hóa đơn, hoá đơn, ref, ref., reference,
        rujukan, refno, case, case no, docket, kes, perkara, fir, report, rpt, repot, laporan polis, kertas siasatan,
        warrant, writ, suit, exhibit, article, article id, section, resolution, circular, notice, order, booking,
        ticket, flight, tracking, awb, container, lot, plot, unit, room, block, postcode, zip, licence, license,
        permit, policy, contract, agreement, member, membership, staff, employee, user id, uid, post, post id, video,
        video id, message id, version, build, population, voters, coordinates, lat, lon, gps, nonce, mtcn,
        transaction, transaction id, trx id, txid, cheque, check no, otp, pin, tac, code, badge, file, file no,
        plate, page id, group id, batch, batch no, meter, customer no, student, application, application no, visa,
        编号, 編號, 案号, 案號, 发票, 订单, 訂單, 单号, 單號, 快递, 注册号, 注册, 统一社会信用代码, 邮编, 文号, 执照,
        เลขทะเบียน, ทะเบียน, คดี, เลขคดี, ใบแจ้งหนี้, เลขพัสดุ, ประจำตัว, ใบเสร็จ, รหัส, số hồ sơ, mã đơn, vụ án,
        quyết định, mã vận đơn, biển số, giấy phép, អត្តសញ្ញាណ, លេខបញ្ជី, សំណុំរឿង, လိုင်စင်, အမှတ်စဉ်
    """,
}

FILLERS = """
    saya, aku, kami, kita, beliau, bernombor, bernomor, pada, no, nos, number, numbers, num, nr, nombor, nomor,
    nomer, numero, número, numerong, bil, id, code, is, are, was, were, be, adalah, ialah, yaitu, yakni, là, of, at,
    to, on, from, via, by, in, with, or, and, the, a, an, his, her, its, my, our, their, your, me, us, him, them,
    same, new, only, following, below, given, called, name, ng, sa, na, si, ay, dan, atau, di, ke, dari, dengan,
    melalui, milik, hoặc, và, qua, số, của, tại, usd, myr, thb, khr, vnd, idr, php, sgd, hkd, cny, mmk, current,
    savings, personal, business, official, 24h, 24hrs, using, use, mentor, agent, admin, user, users, holder, mr, ms,
    mrs, encik, cik, pak, bu, ibu, kak, anh, chị, em
"""
"""Words that may stand between what a number is and the number."""

NATIVE_FILLERS = """
    เลขที่, หมายเลข, เลข, คือ, ที่, ของ, หรือ, และ, 号码, 號碼, 号, 號, 只限, 仅限, 僅限, 是, 为, 為, 至, 到, 或, 和,
    及, 请, 請, 加, លេខ, គឺ, ឬ, និង, នំបើ, နံပါတ်, အမှတ်, ကို, သို့
"""
"""The same in scripts that set no blanks."""

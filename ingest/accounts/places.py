"""Names by which a text shows what country it is about, lower case: places, peoples, currencies, bodies."""

from __future__ import annotations

PLACES = {
    "MY": """
        malaysia, malaysian, malaysians, kuala lumpur, johor, penang, pulau pinang, sabah, sarawak, selangor, perak,
        ipoh, kota kinabalu, lahad datu, george town, klang, putrajaya, pdrm, bukit aman, sdn bhd, ringgit, rm,
        wisma putra, polis diraja, akaun, talian, nombor, mcmc, 马来西亚, 馬來西亞, 吉隆坡, 槟城, มาเลเซีย, มาเลย์,
        ម៉ាឡេស៊ី
    """,
    "TH": """
        thailand, thai, thais, bangkok, mae sot, chiang mai, chiang rai, pattaya, phuket, aranyaprathet, tak,
        nonthaburi, udon thani, baht, thb, 泰国, 泰國, 曼谷, ไทย, กรุงเทพ, แม่สอด, บาท, ថៃ, ထိုင်း, thái lan
    """,
    "KH": """
        cambodia, cambodian, cambodians, kampuchea, phnom penh, p.penh, sihanoukville, poipet, bavet, siem reap,
        koh kong, kampot, svay rieng, kandal, chrey thum, riel, khr, khmer, 柬埔寨, 金边, 金邊, 西港, 西哈努克,
        กัมพูชา, เขมร, ปอยเปต, พนมเปญ, កម្ពុជា, ភ្នំពេញ, ព្រះសីហនុ, campuchia, kemboja, kamboja, ကမ္ဘောဒီးယား
    """,
    "MM": """
        myanmar, burma, burmese, yangon, rangoon, naypyidaw, mandalay, myawaddy, tachileik, muse, lashio, laukkai,
        kokang, karen, kayin, shan state, kyat, mmk, kk park, shwe kokko, 缅甸, 緬甸, 妙瓦底, 老街, เมียนมา, พม่า,
        เมียวดี, မြန်မာ, ရန်ကုန်, မြဝတီ, မန္တလေး
    """,
    "VN": """
        vietnam, vietnamese, viet nam, việt nam, hanoi, ha noi, hà nội, ho chi minh, hồ chí minh, saigon, sài gòn,
        da nang, đà nẵng, tay ninh, tây ninh, moc bai, mộc bài, nghe an, nghệ an, dong, vnd, vnđ, đồng, 越南, 胡志明,
        เวียดนาม, វៀតណាម, zalo
    """,
    "PH": """
        philippines, philippine, filipino, filipinos, filipina, pilipinas, pilipino, manila, makati, pasay, quezon,
        cebu, pampanga, angeles, tarlac, bamban, davao, clark, pasig, taguig, paranaque, pogo, peso, pesos, php,
        gcash, ofw, dmw, 菲律宾, 菲律賓, 马尼拉, ฟิลิปปินส์
    """,
    "ID": """
        indonesia, indonesian, indonesians, wni, jakarta, medan, batam, surabaya, bandung, bali, sumatra, java, jawa,
        manado, riau, kemlu, kbri, polda, polri, rupiah, idr, rp, telp, rekening, nomor, 印尼, 印度尼西亚, 雅加达,
        อินโดนีเซีย, ឥណ្ឌូនេស៊ី
    """,
    "LA": """
        laos, lao, laotian, vientiane, golden triangle, bokeo, ton pheung, luang prabang, savannakhet, kip, lak,
        老挝, 寮國, 万象, 金三角, ลาว, เวียงจันทน์, ລາວ, ວຽງຈັນ, ឡាវ, lào
    """,
    "SG": """
        singapore, singaporean, singaporeans, sgd, 新加坡, สิงคโปร์, សិង្ហបុរី, singapura
    """,
    "CN": """
        china, chinese, beijing, shanghai, guangdong, guangxi, fujian, yunnan, kunming, shenzhen, guangzhou,
        zhejiang, wenzhou, ruili, yuan, rmb, cny, renminbi, 中国, 北京, 上海, 云南, 广东, 广西, 福建, 公安, 人民币,
        จีน, ចិន, trung quốc
    """,
    "HK": """
        hong kong, hongkong, hongkonger, hongkongers, kowloon, tsim sha tsui, yuen long, hkd, hk, 香港, 九龍, 九龙,
        ฮ่องกง
    """,
    "TW": """
        taiwan, taiwanese, taipei, kaohsiung, taichung, hsinchu, taoyuan, ntd, twd, 台灣, 臺灣, 台湾, 台北, 臺北,
        高雄, 新北, 桃園, 警政署, 刑事局, ไต้หวัน, đài loan
    """,
    "KR": """
        korea, korean, koreans, seoul, busan, incheon, krw, kakaotalk, 韩国, 韓國, 한국, 서울, 경찰, เกาหลี
    """,
    "JP": """
        japan, japanese, tokyo, osaka, nagoya, yen, jpy, 日本, 東京, ญี่ปุ่น
    """,
    "IN": """
        india, indian, indians, delhi, mumbai, kerala, kochi, hyderabad, telangana, tamil nadu, chennai, punjab,
        bengaluru, rupees, lakh, crore, inr, norka, 印度, อินเดีย
    """,
    "BD": """
        bangladesh, bangladeshi, bangladeshis, dhaka, chittagong, taka, bdt, bkash
    """,
    "NP": """
        nepal, nepali, nepalese, kathmandu, npr
    """,
    "LK": """
        sri lanka, sri lankan, sri lankans, colombo, lkr
    """,
    "PK": """
        pakistan, pakistani, pakistanis, karachi, lahore, islamabad, pkr
    """,
    "KE": """
        kenya, kenyan, kenyans, nairobi, mombasa, kes, m-pesa
    """,
    "UG": """
        uganda, ugandan, ugandans, kampala, ugx
    """,
    "ET": """
        ethiopia, ethiopian, ethiopians, addis ababa, birr, etb
    """,
    "NG": """
        nigeria, nigerian, nigerians, lagos, abuja, naira, ngn
    """,
    "ZA": """
        south africa, south african, south africans, johannesburg, cape town, zar
    """,
    "AE": """
        uae, emirates, dubai, abu dhabi, sharjah, dirham, dirhams, aed, 迪拜
    """,
    "BR": """
        brazil, brazilian, brazilians, brasil, são paulo, rio de janeiro, real, brl
    """,
    "US": """
        united states, american, americans, u.s., usa, washington, california, new york, texas, florida, fbi, doj
    """,
    "GB": """
        united kingdom, britain, british, england, london, scotland, gbp, uk
    """,
    "DE": """
        germany, german, germans, deutschland, berlin, münchen, hamburg, frankfurt
    """,
    "AU": """
        australia, australian, australians, sydney, melbourne, aud
    """,
    "CA": """
        canada, canadian, canadians, toronto, vancouver, ontario, ottawa
    """,
    "RU": """
        russia, russian, russians, moscow, россия, москва, рубл
    """,
    "TL": """
        timor-leste, east timor, dili
    """,
    "PW": """
        palau, koror
    """,
}

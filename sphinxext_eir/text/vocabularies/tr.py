"""Turkish."""

from .schema import Vocabulary

VOCABULARY = Vocabulary(
    code="tr",
    warns=True,
    conjunctions="ve ile",
    accompanied="ile",
    et_al="vd. vd v.d. ve_diğerleri ve_ark. ve_arkadaşları",
    ibid="a.g.e. age agm a.g.m. aynı_yer",
    idem="aynı_yazar",
    op_cit="a.g.e. adı_geçen_eser",
    no_date="t.y. t._y. tarihsiz tarih_yok",
    forthcoming="yayımlanacak baskıda basımda",
    first_edition="ilk özgün",
    see="bkz bkz. bk. krş krş. örn örneğin aktaran akt akt.",
    asides="""
        bkz bk ayrıca krş örn örneğin aktaran akt özellikle ama ve veya vurgu vurgular bana ait yazara yazarın
        benim italikler çev çeviri çevirisi bir için karşı daha yakın zamanda diğerlerinin yanı sıra içinde de
        da alıntılayan alıntı agy ile a g e
    """,
    examples_patterns="",
    second_hand="aktaran akt. akt aktarılan alıntılayan",
    locators={
        "page": "sayfa sayfalar s. ss. sf. syf.",
        "chapter": "bölüm bölümler böl. böl.",
        "section": "kısım kısımlar kıs. kıs. § blm.",
        "volume": "cilt ciltler c. c.",
        "paragraph": "paragraf paragraflar par. par.",
        "column": "sütun sütunlar süt. süt.",
        "figure": "şekil şekiller şek. şek.",
        "table": "tablo tablolar tab. tab.",
        "issue": "sayı sayılar sy. sy.",
        "line": "satır satırlar st. st.",
        "note": "not notlar dn. dn. dipnot",
        "part": "kısım kısımlar",
        "folio": "varak",
        "book": "kitap kitaplar",
        "verse": "beyit ayet ayetler",
        "appendix": "ek ekler",
    },
    further_locators="",
    pages_without_number="",
    following="vd vdd",
    laws="madde md m",
    editors="ed eds derleyen haz yay editör editörler editörü derleyenler derl",
    roles="çev hazırlayan çeviren çevirenler çevirmen",
    small_particles="",
    particles="",
    name_endings="",
    name_beginnings="",
    whole_names="",
    genitives="in ın un ün nin nın nun nün",
    brackets="()",
    times="İlkbahar Bahar Yaz Sonbahar Güz Kış Ramazan Bayram Yıl Gün Yüzyıl",
    starters="""
        Bu Şu O Bir Ve Veya Ama Fakat Ancak Çünkü Eğer Nasıl Ne Kim Hangi Nerede Böylece Ayrıca Dolayısıyla
        Yine Oysa Biz Siz Onlar Ben Her Birçok Bazı Tüm Bütün Diğer İki Üç Dört Beş İlk İkinci Bkz Krş Örn
        Aktaran Akt Göre Kadar Sonra Önce Daha En Çok Artık Bugün Burada Orada Henüz Doğum Ölüm Kuruluş
        Yaklaşık Nitekim Benzer Benzeri Örneğin Sonuç İçin Gibi Karşı Rağmen Doğdu Öldü
    """,
    no_author="""
        Anayasa Anayasası Kanun Kanunu Yasa Yasası Antlaşma Antlaşması Anlaşma Anlaşması Sözleşme Sözleşmesi
        Protokol Protokolü Bildirge Bildirgesi Beyannamesi Yönetmelik Tüzük Kararname Karar Kararı Madde
        Fıkra Bölüm Kısım Şekil Tablo Harita Grafik Ek Cilt Sayı Sayfa Dipnot Savaş Savaşı Muharebesi Devrim
        Devrimi İsyan İsyanı Ayaklanması Darbe Darbesi Kriz Krizi Seçim Seçimi Seçimleri Referandum
        Referandumu Zirve Zirvesi Konferans Konferansı Kongre Kongresi Toplantı Oturum Sergi Festival
        Olimpiyat Oyunları Kupası Reform Mütareke Mütarekesi Barış Barışı Pakt Paktı Plan Planı Program
        Programı Mahkeme Mahkemesi Yargıtay Danıştay Dönem Dönemi Çağ Hükümet Hükümeti Yayınları Yayınevi
        Basım Baskı Sürüm Sezon Röportaj Görüşme Anket Konuşma Mektup Fotoğraf Kaynak Saldırı Deprem Depremi
        Felaket Model Aşama Evre Kurtuluş Cumhuriyet Meşrutiyet Tanzimat Fermanı Islahat İnkılap Muhtıra
        Davası Bütçe İletişim Metis TBMM AİHM Süreç Süreci Manifesto Kurultay Kurultayı Grev Boykot
        Genişleme Şampiyonası Kupa Ödülü Konsili Gala Genelge Sayımı Bronz Mermer Gravür Litografi Libretto
        Önsöz Sonsöz Bienal Bienali Trienal Expo Maraton Final Seferi Telgraf Günlük Envanter Ferman İflas
        Ayaklanma Ateşkes Abluka Ambargo İşgal İşgali Kurtuluşu Sürgün Tehcir Katliam Katliamı Soykırım
        Kıtlık Salgın Veba Kolera Sel Kuraklık Patlama Jübile Sputnik Apollo Eurovision Uydu İstifa Katılım
        Çekilme Yangın Yangını Kaza Senaryo Senfoni Sonat Taslak Elyazması Bildiri Dilekçe Tüzüğü Suluboya
        Heykel Anıt Anıtı Baraj Barajı Maç Halkoylaması Varlık Sümerbank Wimbledon Watergate Titanic
        Galatasaray Fenerbahçe Beşiktaş Yasak Komün Brexit Barbarossa Katrina Lusitania Titanik İttihat
        Terakki Ergenekon Balyoz
    """,
    noun_endings="leşme laşma leştirme laştırma lığı liği luğu lüğü ması mesi şması şmesi iyet",
    places="""
        Ankara İstanbul İzmir Bursa Konya Adana Sivas Erzurum Samsun Trabzon Diyarbakır Lozan Sevr Mudanya
        Mondros Londra Cenevre Varşova Moskova Viyana Roma Atina Lizbon Brüksel Paris Madrid Berlin Münih
        Prag Bükreş Budapeşte Belgrad Saraybosna Selanik Üsküp Sofya Yalta Pekin Tokyo Kudüs Şam Bağdat
        Kahire Tahran Bakü Kıbrıs Lefkoşa Kırım Kafkasya Balkanlar Anadolu Trakya Rumeli Avrupa Afrika Asya
        Amerika SSCB ABD Osmanlı Çanakkale Sarıkamış Dersim Maraş Adıyaman Afyon Afyonkarahisar Aksaray
        Alanya Amasya Antakya Antalya Antep Ardahan Artvin Balıkesir Bartın Batman Bayburt Bilecik Bingöl
        Bitlis Bolu Burdur Çankırı Çorum Denizli Düzce Edirne Elazığ Erzincan Eskişehir Gaziantep Giresun
        Gümüşhane Hakkâri Hakkari Hatay Iğdır Isparta İskenderun İzmit Kahramanmaraş Karabük Kars Kastamonu
        Kayseri Kırıkkale Kırklareli Kırşehir Kilis Kocaeli Kütahya Malatya Manisa Mardin Mersin Muğla Muş
        Nevşehir Niğde Ordu Osmaniye Rize Sakarya Siirt Sinop Şanlıurfa Urfa Şırnak Tekirdağ Tokat Tunceli
        Uşak Van Yalova Yozgat Zonguldak Karadeniz Ege Kapadokya Lunéville Vilnius Musul Kerkük Halep Beyrut
        Hicaz Yemen Trablusgarp Bingazi Girit Rodos Batum Tiflis Erivan Karabağ Sivastopol Odesa Kiev
        Petersburg Leningrad Stalingrad Krakov Leipzig Dresden Hamburg Köln Nürnberg Frankfurt Zürih Basel
        Lyon Marsilya Verdun Napoli Torino Floransa Cenova Bologna Barselona Sevilla Anvers Lahey Rotterdam
        Oslo Stokholm Kopenhag Helsinki Maastricht Dayton Rapallo Locarno Hiroşima Şanghay Seul Hanoi Delhi
        Kabil İskenderiye Cezayir Tunus Trablus Manastır Kosova Makedonya Bosna Sancak Dobruca Eflak Boğdan
        Süveyş Keban Asvan Varennes Kronstadt Nagazaki Çernobil Bhopal Fukuşima Bandung Kazablanka Dunkirk
        Gelibolu Guernica Katin Srebrenica Vukovar Grozni Waterloo Austerlitz Trafalgar İnebahtı Somme Davos
        Kyoto Cannes Ravenna Gölcük Marmara Soma Soçi Plevne Mudros Dumlupınar Gezi Susurluk Uludere Roboski
        Reyhanlı Srebrenitsa Halepçe
    """,
    surnames="",
    bodies="""
        Bakanlığı Bakanlık Enstitüsü Üniversitesi Kurulu Komisyonu Ajansı Bankası Gözlemevi Komitesi Merkezi
        Derneği Vakfı Örgütü Kurumu Akademisi Okulu Hükümeti Birliği Federasyonu Partisi Müdürlüğü Başkanlığı
        Gazetesi Cumhuriyet
    """,
    body_words="""
        Bakanlığı Enstitüsü Üniversitesi Kurulu Komisyonu Ajansı Bankası Komitesi Merkezi Derneği Vakfı Örgütü
        Kurumu Akademisi Müdürlüğü Başkanlığı
    """,
    connectives="ve ile",
    one_word_bodies="TÜİK TEPAV SETA TESEV",
    statesmen="""
        Gorbaçov Yeltsin Hruşçov Brejnev Stalin Çiller Davutoğlu İmamoğlu Dink Mumcu
    """,
    actors="""
        BM NATO AB AET PKK AKP CHP MHP HDP DSP TSK MİT İTC AGİT DP AP ANAP DYP RP SHP TİP TKP MSP BDP AYM
        Bakanlar Meclisi
    """,
    subjects="Devlet İslam Hukuk Aydınlanma Batı Doğu",
    works="""
        film filmi filminde roman romanı romanında kitap kitabı oyun oyunu şiir şiiri tablo tablosu albüm
        şarkı dizi dizisi belgesel öykü opera dava makale
    """,
    things="""
        gemi- vapur- feribot- şilep- tanker- denizaltı- uçak- uçağ- tren- banka- sigortacı- firma- şirket-
        holding- havayolu- tersane- fabrika- rafineri- değirmen- maden ocağ- kuyu kuyusu reaktör- santral- baraj-
        köprü- tünel- kule- katedral- stadyum- stat tiyatro- sinema- otel- hapishane- cezaevi- kamp kampı
        gettosu getto kale kalesi havaalanı liman- kent kenti şehir şehri kasaba- köy köyü köyde ada adası
        vadi- mahkeme- dava- duruşma- zirve- konferans- gazete- dergi- kanal kanalı kulüp kulübü takım- maç-
        yarış- turnuva- roket- uydu- sonda- platform- boru batık- patlama- yangın- kaza- sel çığ salgın- ilaç
        ilacı aşı aşısı
    """,
    past_patterns=r"""
        [^\W\d_]{2,}(?:[dt][ıiuü])(?:l[ae]r)?
    """,
    articles="Bu Şu",
    definite="",
    where="",
    prepositions="",
    numbers="iki her_iki/üç/dört",
    scholarly="""
        çalışma çalışması araştırma araştırması yazar kitap makale deneme inceleme metin yorum yaklaşım
        araştırmacı tarihçi eleştirmen kaynak rapor yayın cilt kuram model tanım tez
    """,
    capitals=False,
    claims="""
        savunur savunuyor savunmaktadır savundu savunmuştur savunurlar yazar yazıyor yazmaktadır
        yazdı yazmıştır belirtir belirtiyor belirtmektedir belirtti belirtmiştir söyler söylüyor
        söylemektedir söyledi gösterir gösteriyor göstermektedir gösterdi göstermiştir gösteriyorlar
        ileri iddia öne vurgular vurguluyor vurgulamaktadır vurguladı açıklar açıklıyor
        açıklamaktadır eleştirir eleştiriyor eleştirmektedir tanımlar tanımlıyor tanımlamaktadır
        tanımlamıştır karşı çıkar çıkıyor kuşku kuşkuludur kuşkulanıyor duyar duyuyor düşünür
        düşünüyor düşünmektedir görür görüyor görmektedir bulur ifade eder ediyor etmektedir
        etmiştir ederler ettiler etti önerir önermektedir inceler incelemektedir incelemiştir
        tartışır tartışmaktadır ele alır almaktadır sunar sunmaktadır göre şüphelidir şüphe
        belirtirler yazarlar tanımladı ayırır ayırt reddeder adlandırır yorumlar kabul sorgular
        değinir değinmektedir kanıtlar çözümler göstermişlerdir itiraz geliştirir geliştirmiştir
        inanır saptar hatırlatır hatırlatmaktadır ölçer ölçtü ölçmüştür ölçtüler vazgeçti
        vazgeçmiştir kullanır kullanmaktadır izler özetler yanıtlar yerleştirir yola başvurur
        atfeder kınar yeğler ortaya koyar koymaktadır koymuştur bağlar işaret yineler yineledi
        yinelemiştir yinelediler tekrarladı aktarır aktarmaktadır anlatır anlatmıştır varır
        varmaktadır ulaşmıştır saptamıştır bulmuştur değerlendirir değerlendirmektedir yaklaşır
        reddetmektedir katılır yanıtlamıştır bulmaz bulmuyor bulmamıştır görmez görmüyor etmez
        etmiyor etmemiştir inanmaz katılmaz katılmıyor düşünmez vermez sürer sürüyor sürmektedir
        sürmüştür sürdü sürerler onaylar doğrular doğrulamaktadır varsayar varsaymaktadır benimser
        benimsemektedir karşılaştırır karşılaştırmaktadır sınıflandırır nitelendirir dile getirir
        getirmektedir getirmiştir sayar ifadeyle savunmaktadırlar belirtmektedirler belirtmişlerdir
        vurgulamıştır vurgulamaktadırlar incelemişlerdir
    """,
    verbs_first=False,
    verbs_last=True,
    before_verb="da de ise bunu ayrıca aynı açıkça bu",
    ascribing="bkz. bkz krş. krş aktaran akt. örneğin",
    governing="bkz. krş. aktaran",
    ascribing_beginnings="Bkz Krş Aktaran Örneğin",
    elliptic="",
    months="""
        ocak oca/şubat şub/mart mar/nisan nis/mayıs may/haziran haz/temmuz tem/ağustos ağu/eylül eyl/ekim
        eki/kasım kas/aralık ara
    """,
    days="pazar pazartesi salı çarşamba perşembe cuma cumartesi",
    date_words="",
    ordinals="",
    accessed="""
        erişim_tarihi erişim erişildi erişilmiştir son_erişim ulaşım_tarihi alındı görüntülendi
    """,
    around_accessed="son tarihi tarih",
    bibliographies="""
        Kaynakça Kaynaklar Bibliyografya Kaynakça_listesi Yararlanılan_kaynaklar Referanslar Başvurular
        Kaynak_listesi Kaynakça_ve_notlar Kaynaklar_ve_notlar Seçilmiş_kaynakça Alıntılanan_kaynaklar
    """,
    independent_parts="Birincil_kaynaklar İkincil_kaynaklar",
    parts_of_bibliographies="""
        Birincil_kaynaklar İkincil_kaynaklar Kitaplar Makaleler İnternet_kaynakları Elektronik_kaynaklar
        Tezler Raporlar
    """,
    contents="içindekiler",
    lists_of_pictures="şekiller_listesi tablolar_listesi",
    notes="Notlar Dipnotlar Sonnotlar Son_notlar",
    over_notes="kaynaklar notlar_ve_kaynaklar",
    back_patterns=r"""
        (?:metne )?geri(?: dön)?
    """,
    publishers_lists="""
        Bu_dizide_çıkan_kitaplar Bu_diziden_çıkan_kitaplar Dizinin_diğer_kitapları Aynı_diziden
        Bu_dizide_yayımlananlar Diziden_çıkan_kitaplar
    """,
    biographies="""
        Yazar_hakkında Yazarlar_hakkında Yazar Yazarlar Özgeçmiş Biyografi Yazarın_özgeçmişi Yazar_bilgileri
        Kısa_özgeçmiş
    """,
    sections="""
        Özet Öz Giriş Sonuç Sonuçlar Yöntem Yöntembilim Literatür_taraması Tartışma Teşekkür Ek
        Ekler Kuramsal_çerçeve Analiz Bulgular Değerlendirme Önsöz Arka_plan Sonuç_yerine Öndeyiş
        Sonsöz Sonuç_Yerine Giriş_Yerine Değerlendirme_ve_Sonuç Son_Söz
    """,
    by="yazan yazan: yazar: yazarlar: yazı:",
    posted_by="yayınlayan gönderen",
    author_labels="yazar yazarlar hazırlayan",
    other_people="danışman",
    published="yayımlanma_tarihi yayın_tarihi tarih",
    history="geliş_tarihi kabul_tarihi",
    about_article="makale_geçmişi makale_bilgisi",
    appeared="yayımlandı yayımlanma yayın_tarihi çevrimiçi_yayın",
    around_appeared="tarihi",
    updated="güncelleme güncellenme güncellendi",
    translated_by="çeviri çeviren",
    keywords="anahtar_kelimeler anahtar_sözcükler",
    summaries="Özet Öz",
    set_apart="teorem lemma kanıt tanım önerme örnek varsayım alıştırma soru yanıt kaynak",
    disclaimers_patterns=r"""
        Bu (?:metin|makale|deneme|çalışma|tez) .* yazılmıştır\b.*
    """,
    kinds_patterns=r"""
        interview: (?:söyleşi|röportaj)\s*[-–—:].*
        review: (?:kitap )?(?:inceleme|değerlendirme|eleştiri)(?:si)?\s*[-–—:].*
    """,
    institutions="Üniversitesi Enstitüsü Akademisi Fakültesi Merkezi Bakanlığı Vakfı Üniversite",
    no_titles_patterns=r"""
        makaleler?|denemeler?|cilt \d+.*|sayı \d+.*
    """,
    theses_patterns=r"""
        (?:yüksek lisans|doktora|lisans) tezi.*
    """,
    no_names="""
        özet giriş makale bölüm içindekiler alıntı editör dergi hukuk taslak kısım politika basın proje rapor
        araştırma seri sayı çalışma tez sürüm cilt öğrenci danışman ders tarih dipnot
    """,
    title_beginnings="bir bu üzerine",
    abbreviated="prof doç yrd arş",
    abbreviations="Dr Prof Doç Yrd vb vs bkz krş örn s ss çev ed yy bk akt",
    mastheads="yayın_kurulu editörler_kurulu yazı_işleri_müdürü",
    captioned="Tablo Şekil Harita Grafik Resim Fotoğraf",
    written_by="Yazan",
    written_at="Yazıldığı_yer",
    written_for="Kimin_için_yazıldığı",
    courses="ders",
    about_paper="öğrenci_no öğrenci_numarası kelime_sayısı e-posta tel",
    date_written="Yazım_tarihi",
    colophon="Tarih Danışman Ders Üniversite Kurum",
    other_articles="""
        İlgili_yazılar İlgili_içerikler İlgili_haberler İlgili_makaleler Benzer_yazılar Benzer_içerikler Ayrıca_okuyun Bunu_da_okuyun
        Bunlar_da_ilginizi_çekebilir İlginizi_çekebilir Ayrıca_bakınız
        Çok_okunanlar Son_yazılar Önerilen_yazılar Önceki_yazı Sonraki_yazı
    """,
    of_readers_patterns=r"""
        \d+ (?:yorum|yanıt|cevap)
        (?:bir )?(?:yorum|yanıt|cevap) (?:yap|yapın|yazın|bırak|bırakın|ekle|ekleyin)(?: yanıtı iptal et)?
        bizi .{2,60} takip edin
        bu (?:sayfayı|yazıyı) yazdır
        © .{0,80} tüm hakları saklıdır.{0,40}
    """,
    accounts="yönetici misafir anonim",
    share="Paylaş Paylaşın Bunu_paylaş Yazıyı_paylaş",
    follow="Bizi_takip_edin",
    honorifics="Dr Prof Doç. Prof.",
    ranks="",
    faculties="",
    says_who="",
    goes_on="O Onun Görüşler",
    the_author="yazar yazarlar",
    dangling="ve veya ama ile bir bu şu de da ki için gibi kadar göre daha en çok",
    compound_starts="",
    always_compound="",
    fused_starts="",
    compound_ends="",
    after_hyphen="ve veya",
    common="""
        ve bir bu da de için ile olarak çok daha olan gibi ne ama en kadar sonra her olduğu değil ancak var ya
        göre
    """,
)

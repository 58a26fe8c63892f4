desk-exports = التصدير
exports-title = التصدير
exports-lede = كل ما يمكنكم قراءته هنا يمكنكم أخذه: مصنّفا بأعمدة مضبوطة الأنواع، أو CSV. الأوقات بتوقيت الدورة.
export-table = الجدول
export-rows = الأسطر
export-take = تنزيل
export-scorecards = التوزيع وبطاقات التنقيط
export-entries-text = كل ملف مع كل أجوبته المودعة.
export-scorecards-text = من يحكم على ماذا؛ والدرجات والكلمات بعد إغلاق الجولة.
export-results-text = ترتيب كل جولة مغلقة.
export-mails-text = ما أُرسل وإلى من ومتى.
export-log-text = كل ما تغيّر، مع بصمات السلسلة.
exports-all = تنزيل الكل (ZIP)
exports-all-text = كل الجداول بالصيغتين ومرفقات الملفات المرسلة، مع قائمة بصماتها SHA-256.
export-round = الجولة
export-juror = المحكّم
export-address = العنوان
export-submitted = تاريخ تأكيد البطاقة
export-before = قبل
export-after = بعد
export-hash = البصمة
log-export-taken = نُزّل تصدير
book-title = كتاب الملفات
book-text = ملفات فئة كما أُرسلت بصيغة PDF، كل ملف في صفحة: للقراءة دون اتصال أو للطباعة.
book-refused-large = يتسع الكتاب لـ300 ملف على الأكثر. خذ جدول الملفات بدلا منه.
book-count = { $n ->
    [zero] لا ملف
    [one] ملف واحد
    [two] ملفان
    [few] { $n } ملفات
    [many] { $n } ملفا
   *[other] { $n } ملف
}
export-progress = جار الإعداد…

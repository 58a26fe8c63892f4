dev-mail-lede = لا ترسل هذه النسخة شيئا: تبقى الرسائل هنا.
dev-mail-search = ابحث عن عنوان أو موضوع
dev-mail-search-button = بحث
dev-mail-count = { $count ->
    [zero] لا رسائل
    [one] رسالة واحدة
    [two] رسالتان
    [few] {$count} رسائل
    [many] {$count} رسالة
   *[other] {$count} رسالة
}
dev-mail-empty = لا توجد رسائل
dev-mail-empty-text = تظهر الرسائل هنا فور إرسالها.
dev-mail-subject = الموضوع
dev-mail-to = إلى
dev-mail-when = تاريخ الإرسال
dev-mail-html = الرسالة كما تصل
dev-mail-text = نصا فقط

press-title = الملف الصحفي
press-lede = رابط لكل هيئة تحرير لقراءة أسماء الفائزين تحت الحظر. ويمكن إلغاء كل رابط وحده.
press-embargo = محظور النشر إلى غاية { $time } ({ $zone }). لا يجوز نشر أي شيء مما يلي قبل ذلك.
press-public = أسماء الفائزين معلنة: يمكن نشر كل شيء.
press-given-to = رابط سُلّم إلى { $name }. لا تعطه لغيرك.
press-archive = تحميل النصوص والصور (ZIP)
press-none = لا فائزين
press-none-text = لم يُختر أحد بعد.
press-made = هذا هو الرابط. يُعرض مرة واحدة فقط: انسخه الآن.
press-for = هيئة التحرير
press-for-hint = يظهر الاسم في الصفحة ليُعرف مصدر أي تسريب.
press-give = إنشاء الرابط
press-when = أُنشئ في
press-links-none = لا روابط
press-links-none-text = تُنشأ الروابط بعد برمجة الإعلان.
press-revoke = إلغاء
press-revoke-ask = لن يعمل رابط { $name } بعد الآن.
press-revoked = أُلغي في { $day }
press-refused-early = برمج الإعلان أولا: ما دام الاختيار قابلا للتغيير فلا شيء يُسلَّم للصحافة.
press-refused-many = هناك 50 رابطا صالحا. ألغِ واحدا أولا.
log-press-link-given = سُلّم رابط صحفي
log-press-link-revoked = أُلغي رابط صحفي
press-count = { $n ->
    [zero] لا رابط
    [one] رابط واحد
    [two] رابطان
    [few] { $n } روابط
    [many] { $n } رابطا
   *[other] { $n } رابط
}
done-link-revoked = لم يعد هذا الرابط يؤدي إلى أي مكان.

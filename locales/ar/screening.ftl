desk-screening = الفرز
screening-lede = كيف تُفحص الملفات قبل لجنة التحكيم.
screening-checklist = نقط للتحقق
screening-checklist-hint = لا يُقبل ملف إلا بعد تأشير كل نقطة. اتركها فارغة إن لم ترغب في ذلك.
screening-check-line = النقطة { $n }
screening-reasons = أسباب جاهزة
screening-reasons-hint = تُكتب بنقرة بلغة المترشح، عند الرفض أو طلب الإكمال.
screening-reason-line = السبب { $n }
screening-second = قارئ ثان
screening-second-text = لا يسري الرفض إلا بعد تأكيده من شخص آخر من الفريق.
screening-problem-checklist = أشّر على كل نقطة، أو اطلب الإكمال.
screening-next = الملف التالي للفرز
screening-keys = المفاتيح: O قبول، C إكمال، N رفض، J التالي.
refusal-proposed = يقترح { $who } رفض هذا الملف:
refusal-confirm = تأكيد الرفض
refusal-drop = عدم الرفض
log-entry-refusal-proposed = اقتُرح الرفض
log-entry-refusal-dropped = استُبعد اقتراح الرفض
log-entry-moved = غُيرت فئة الملف
log-entry-tagged = غُيرت الوسوم
log-entry-noted = كُتبت ملاحظة داخلية
log-screening-rules-changed = غُيرت قواعد الفرز
alike-title = قد يكون المشروع نفسه
alike-text = المقاولة نفسها أو المترشح نفسه أو العنوان نفسه أو نصوص متقاربة جدا.
beside-title = للفريق
tags-title = الوسوم
tags-hint = تفصل بينها فواصل. لا تُعرض أبدا على المترشحين ولا على اللجنة.
tags-problem-many = 8 وسوم على الأكثر لكل ملف.
notes-add = ملاحظة داخلية جديدة
notes-hint = يقرؤها الفريق فقط.
notes-write = كتابة الملاحظة
move-title = الفئة
move-hint = لا يتغير مرجع الملف.
move-do = تغيير الفئة
move-refused = بدأ التقييم: لم يعد ممكنا تغيير فئات الملفات.
columns-title = الأعمدة
views-title = لوائحي
views-keep = حفظ هذه اللائحة
views-name = اسم اللائحة
views-forget = نسيان اللائحة { $name }
views-refused-many = تحتفظ من قبل بعشرين لائحة. انسَ واحدة أولا.
bulk-act = العملية
bulk-accept = قبول
bulk-tag = إضافة وسوم
bulk-move = تغيير الفئة
bulk-mail = مراسلة المترشّحين
bulk-extend = منح مهلة
bulk-do = تطبيق
bulk-refused-none = أشّر على ملف واحد على الأقل.
bulk-refused-checklist = لهذه الدورة نقط للتحقق: اقبل الملفات واحدا واحدا.
done-bulk = تم، بالنسبة إلى الملفات الممكنة.
bulk-all = { $n ->
    [zero] لا ملف مطابق
    [one] الملف الوحيد المطابق
    [two] الملفان المطابقان
    [few] الملفات المطابقة وعددها { $n }
    [many] الملفات المطابقة وعددها { $n }
   *[other] الملفات المطابقة وعددها { $n }
}
snapshots-title = مقارنة الإرسالات
snapshots-from = من
snapshots-to = إلى
snapshots-question = السؤال
snapshots-same = لم يتغير شيء
snapshots-same-text = هذان الإرسالان متطابقان.
snapshot-number = الإرسال { $n } · { $time }
snapshots-count = { $n ->
    [zero] لم يتغير أي جواب
    [one] تغير جواب واحد
    [two] تغير جوابان
    [few] تغيرت { $n } أجوبة
    [many] تغير { $n } جوابا
   *[other] تغير { $n } جواب
}

desk-campaigns = مراسلة الناس
campaigns-title = مراسلة الناس
campaigns-lede = رسالة إلى مجموعة محدّدة، بلغة كل شخص. لا يُرسل شيء قبل أن تروا قائمة المستلمين الدقيقة.
campaign-begin = رسالة جديدة
campaigns-none = لا رسائل مكتوبة
campaigns-none-text = الإشعارات والتذكيرات والدعوات تُرسل من تلقاء نفسها؛ هنا تكتبون ما تشاؤون.
campaign-untitled = بلا موضوع
campaign-title = رسالة
campaign-draft = مسودة
campaign-scheduled = مبرمجة
campaign-sent = أُرسلت
campaign-cancelled = أُلغيت
campaign-write = الرسالة
campaign-to = إلى من
campaign-to-hint = لا شيء محدّد: لا أحد. من ورد في عدة مجموعات يتلقّى رسالة واحدة.
audience-drafts = مترشّحون لم يودعوا ملفهم
audience-returned = مترشّحون ملفهم يحتاج إلى إكمال
audience-pending = مترشّحون ملفهم ينتظر الفرز
audience-eligible = مترشّحون ملفهم مقبول
audience-ineligible = مترشّحون ملفهم غير مقبول
audience-invited = محكّمون مدعوّون لم يجيبوا
audience-jurors = المحكّمون
audience-picked = { $n ->
    [zero] لم يُختر أي مترشّح من قائمة الملفات
    [one] مترشّح واحد اختير من قائمة الملفات
    [two] مترشّحان اختيرا من قائمة الملفات
    [few] { $n } مترشّحين اختيروا من قائمة الملفات
    [many] { $n } مترشّحا اختيروا من قائمة الملفات
   *[other] { $n } مترشّحا اختيروا من قائمة الملفات
}
campaign-category = مترشّحو هذه الفئة فقط
campaign-subject = الموضوع
campaign-text = النص
campaign-text-hint = كل سطر فقرة. يمكنكم كتابة {"{"}name{"}"} و{"{"}edition{"}"} و{"{"}deadline{"}"}: اسم الشخص والدورة وآخر أجل له. يلي النص زرّ إلى فضائه.
campaign-recipients = المستلمون
campaign-nobody = لا أحد الآن: حدّدوا مجموعة واحفظوا.
campaign-person = الشخص
campaign-address = العنوان
campaign-language = اللغة
campaign-preview = ما يقرؤه شخص
campaign-as = عرض رسالة
campaign-show = عرض
campaign-test = إرسال تجربة إليّ
campaign-order-title = الإرسال
campaign-when = متى؟
campaign-now = الآن
campaign-at = وقت الإرسال
campaign-type-count = للتأكيد اكتبوا عدد المستلمين: {$n}
campaign-missing = بعض المستلمين يقرؤون لغة ينقصها الموضوع أو النص: {$languages}.
campaign-waiting = رسائل في الانتظار
campaign-left = رسائل أُرسلت
campaign-failed = رسائل مرفوضة
campaign-stop = إيقاف ما لم يُرسل
campaign-stop-ask = إيقاف هذا الإرسال؟ ما أُرسل لا يُستعاد.
campaign-remove = حذف هذه المسودة
campaign-remove-ask = حذف هذه المسودة؟
campaign-stale = تغيّرت قائمة المستلمين منذ رأيتموها. أعيدوا قراءتها ثم أرسلوا.
campaign-problem-variable = «{"{"}{$word}{"}"}» كلمة غير معروفة. استعملوا name أو edition أو deadline بين حاضنتين.
campaign-problem-language = بعض المستلمين يقرؤون هذه اللغة: اكتبوا الموضوع والنص.
campaign-problem-count = اكتبوا عدد المستلمين بالضبط.
campaign-refused-ordered = أُرسلت هذه الرسالة أو بُرمجت: لا تتغيّر بعد ذلك.
campaign-refused-nobody = القائمة فارغة: حدّدوا مجموعة واحفظوا.
campaign-refused-left = لم يبق ما يُوقف: أُرسل كل شيء.
mail-kind-campaign = رسالة مكتوبة
log-campaign-begun = بدأت كتابة رسالة
log-campaign-ordered = أُرسلت رسالة أو بُرمجت
log-campaign-removed = حُذفت مسودة رسالة
log-campaign-stopped = أُوقف إرسال
campaigns-count = { $n ->
    [zero] لا رسائل
    [one] رسالة واحدة
    [two] رسالتان
    [few] {$n} رسائل
    [many] {$n} رسالة
   *[other] {$n} رسالة
}
campaign-people = { $n ->
    [zero] لا مستلمين
    [one] مستلم واحد
    [two] مستلمان
    [few] {$n} مستلمين
    [many] {$n} مستلما
   *[other] {$n} مستلم
}
campaign-order = { $n ->
    [zero] لا أحد للإرسال إليه
    [one] إرسال إلى شخص واحد
    [two] إرسال إلى شخصين
    [few] إرسال إلى {$n} أشخاص
    [many] إرسال إلى {$n} شخصا
   *[other] إرسال إلى {$n} شخص
}
campaign-ask = { $n ->
    [zero] لا أحد؟
    [one] إرسال هذه الرسالة إلى شخص واحد؟
    [two] إرسال هذه الرسالة إلى شخصين؟
    [few] إرسال هذه الرسالة إلى {$n} أشخاص؟
    [many] إرسال هذه الرسالة إلى {$n} شخصا؟
   *[other] إرسال هذه الرسالة إلى {$n} شخص؟
}
campaign-at-hint = المنطقة الزمنية: {$zone}. لا أثر له إن أرسلتم الآن.
campaign-refused-empty = لا شيء للتجربة: اكتبوا الموضوع والنص أولا ثم احفظوا.

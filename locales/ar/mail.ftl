mail-greeting = السلام عليكم،
mail-greeting-name = السلام عليكم {$name}،
mail-link-below = إذا لم يعمل الزر، انسخ هذا العنوان:
mail-footer = الجوائز الرقمية، الجائزة المغربية للرقمنة. هذه الرسالة موجهة إليك شخصيا.
mail-verify-subject = أكّد عنوانك
mail-verify-text = لقد أنشأت حسابا على منصة الجوائز الرقمية. أكّد عنوانك للبدء.
mail-verify-button = تأكيد العنوان
mail-verify-after = الرابط صالح لمدة 24 ساعة ولمرة واحدة. إذا لم تطلب شيئا، فتجاهل هذه الرسالة.
mail-already-registered-subject = لديك حساب بالفعل
mail-already-registered-text = حاول أحدهم، ولعله أنت، إنشاء حساب بهذا العنوان. للعنوان حساب بالفعل: يكفي تسجيل الدخول.
mail-already-registered-button = تسجيل الدخول
mail-already-registered-after = نسيت كلمة المرور؟ تتيح لك صفحة الدخول اختيار أخرى.
mail-reset-subject = اختيار كلمة مرور جديدة
mail-reset-text = طلبت اختيار كلمة مرور جديدة.
mail-reset-button = اختيار كلمة مرور
mail-reset-after = الرابط صالح لمدة 30 دقيقة ولمرة واحدة. إذا لم تطلب شيئا، فتجاهل هذه الرسالة: كلمة مرورك لم تتغير.
mail-tried-subject = هناك من يجرّب كلمات مرور على حسابك
mail-tried-text = في الدقائق الأخيرة، أدخل أحدهم كلمة مرور خاطئة لحسابك مرات متتالية. لا يمكن لأحد تسجيل الدخول إليه لمدة ربع ساعة. حيث أنت متصل، يمكنك المتابعة.
mail-tried-button = اختيار كلمة مرور أخرى
mail-tried-after = إن كنت أنت، فيكفي أن تنتظر قليلا. وإلا فقد صمدت كلمة مرورك؛ غيّرها إن كنت تستعملها في مكان آخر.
mail-receipt-subject = تم استلام الملف {$reference}
mail-receipt-text = تم استلام ملفك «{$entry}» برسم {$edition}. احتفظ بهذه الرسالة: إنها بمثابة إثبات.
mail-receipt-next = ما التالي: يمكنك تعديله إلى غاية {$deadline}. يتحقق المنظمون بعد ذلك من اكتماله، ثم تنقّطه لجنة التحكيم. تُعلن النتائج يوم {$results}.
mail-receipt-button = عرض ملفي
mail-receipt-after = تحدد البصمة بالضبط ما أودعته.
mail-fact-reference = المرجع
mail-fact-category = الفئة
mail-fact-received = تاريخ الاستلام
mail-fact-hash = البصمة
mail-fact-outcome = النتيجة
mail-returned-subject = الملف {$reference}: يحتاج إلى استكمال
mail-returned-text = يطلب منك المنظمون استكمال ملفك «{$entry}»:
mail-returned-button = استكمال ملفي
mail-returned-after = بعد الاستكمال، أودعه من جديد: لم يضع شيء.
mail-invitation-subject = دعوة إلى لجنة التحكيم: {$edition}
mail-invitation-text = ندعوك إلى الانضمام إلى لجنة تحكيم {$edition}. ستنقّط ملفات عبر الإنترنت، بالوتيرة التي تناسبك، إلى غاية {$deadline}.
mail-invitation-button = عرض الدعوة
mail-invitation-after = الرابط صالح لمدة 7 أيام وهو خاص بك.
mail-assignment-subject = ملفات للتنقيط: {$edition}
mail-assignment-text = { $count ->
    [zero] لم يُسند إليك أي ملف برسم {$edition}. ينتهي التنقيط يوم {$deadline}.
    [one] أُسند إليك ملف واحد برسم {$edition}. ينتهي التنقيط يوم {$deadline}.
    [two] أُسند إليك ملفان برسم {$edition}. ينتهي التنقيط يوم {$deadline}.
    [few] أُسندت إليك {$count} ملفات برسم {$edition}. ينتهي التنقيط يوم {$deadline}.
    [many] أُسند إليك {$count} ملفا برسم {$edition}. ينتهي التنقيط يوم {$deadline}.
   *[other] أُسند إليك {$count} ملف برسم {$edition}. ينتهي التنقيط يوم {$deadline}.
}
mail-assignment-button = بدء التنقيط
mail-assignment-after = هل لك صلة بإحدى المقاولات المترشحة؟ صرّح بها قبل فتح الملف.
mail-outcome-winner-subject = تم تكريم {$entry}
mail-outcome-winner-text = تهانينا! تم تكريم ملفك «{$entry}» في {$edition}: {$prize}.
mail-outcome-winner-button = عرض صفحتي
mail-outcome-other-subject = النتائج: {$edition}
mail-outcome-other-text = تم الإعلان عن الفائزين في {$edition}. لم يُختر ملفك «{$entry}» هذه المرة. شكرا على الجهد المبذول فيه.
mail-outcome-other-button = عرض الفائزين
mail-reminder-subject = {$entry}: للإيداع قبل {$deadline}
mail-reminder-text = لم يُودع ملفكم «{$entry}» برسم {$edition} بعد. يُغلق باب الترشيح يوم {$deadline}.
mail-reminder-missing = { $count ->
    [0] إنه مكتمل: لم يبق سوى التحقق منه وإيداعه.
    [zero] إنه مكتمل.
    [one] ينقصه جواب واحد.
    [two] ينقصه جوابان.
    [few] تنقصه {$count} أجوبة.
    [many] ينقصه {$count} جوابا.
   *[other] ينقصه {$count} جواب.
}
mail-reminder-button = فتح ملفي
mail-reminder-after = إذا لم تعودوا ترغبون في إيداعه، فلا شيء عليكم.
mail-collaboration-subject = يدعوك {$host} إلى العمل على {$entry}
mail-collaboration-text = يدعوك {$host} إلى العمل على ملف «{$entry}» المترشح لـ {$edition}.
mail-collaboration-button = عرض الدعوة
mail-collaboration-after = سجل دخولك أو أنشئ حسابا بالعنوان {$address}: الدعوة تنتظرك هناك. إن كنت لا تعرف هذا الشخص فلا شيء عليك.
mail-juror-reminder-subject = { $count ->
    [zero] لم يبق ملف للتنقيط: {$edition}
    [one] بقي لك ملف واحد للتنقيط: {$edition}
    [two] بقي لك ملفان للتنقيط: {$edition}
    [few] بقيت لك {$count} ملفات للتنقيط: {$edition}
    [many] بقي لك {$count} ملفا للتنقيط: {$edition}
   *[other] بقي لك {$count} ملف للتنقيط: {$edition}
}
mail-juror-reminder-text = { $count ->
    [zero] لم يبق لك ملف للتنقيط في {$edition}. يُغلق التنقيط يوم {$deadline}.
    [one] بقي لك ملف واحد للتنقيط في {$edition}. يُغلق التنقيط يوم {$deadline}.
    [two] بقي لك ملفان للتنقيط في {$edition}. يُغلق التنقيط يوم {$deadline}.
    [few] بقيت لك {$count} ملفات للتنقيط في {$edition}. يُغلق التنقيط يوم {$deadline}.
    [many] بقي لك {$count} ملفا للتنقيط في {$edition}. يُغلق التنقيط يوم {$deadline}.
   *[other] بقي لك {$count} ملف للتنقيط في {$edition}. يُغلق التنقيط يوم {$deadline}.
}
mail-juror-reminder-button = متابعة
mail-juror-reminder-after = تتابع من حيث توقفت. إن لم تستطع الإتمام فراسل المنظمين: سيسندون الباقي إلى غيرك.
mail-extension-subject = تمديد أجل {$entry}
mail-extension-text = يسمح لكم منظمو {$edition} بإيداع «{$entry}» إلى غاية {$deadline}.
mail-campaign-button = فتح فضائي

comments-title = تعليقات لجنة التحكيم
comments-lede = ما كتبه المحكّمون للمترشحين. احجبوا ما يجرح أو يسمي أحدا، ويُرسل الباقي بعد الإعلان.
comments-not-passed-on = لا ترسل هذه الدورة التعليقات.
comments-count = { $n ->
    [zero] لا تعليق
    [one] تعليق واحد
    [two] تعليقان
    [few] {$n} تعليقات
    [many] {$n} تعليقا
   *[other] {$n} تعليق
}
comments-none-title = لا تعليق
comments-none-text = لم يكتب أي محكّم للمترشحين.
comments-held = محجوب
comments-release = إرسال
comments-hold = حجب
feedback-title = رأي لجنة التحكيم
feedback-lede = { $n ->
    [zero] لا ورقة تنقيط في فئة {$category}.
    [one] متوسط ورقة واحدة، إلى جانب وسيط فئة {$category}.
    [two] متوسط ورقتين، إلى جانب وسيط فئة {$category}.
    [few] متوسط {$n} أوراق، إلى جانب وسيط فئة {$category}.
    [many] متوسط {$n} ورقة، إلى جانب وسيط فئة {$category}.
   *[other] متوسط {$n} ورقة، إلى جانب وسيط فئة {$category}.
}
feedback-scores = النقط حسب المعيار
feedback-criterion = المعيار
feedback-own = متوسطكم
feedback-median = وسيط الفئة
feedback-what = العلامة على الشريط هي الوسيط: نصف ملفات الفئة دونه.
feedback-comments = ما يكتبه لكم المحكّمون
certificate-title = شهادة (PDF)
certificate-to = مُنحت إلى
certificate-for = عن «{$entry}»
certificate-winner = الفائز: {$prize}
certificate-finalist = من المتأهلين: {$prize}
certificate-competed = شارك أمام لجنة التحكيم
certificate-verify = فُرزت الأصوات وخُتمت بهذه البصمة، ويمكن لأي كان التحقق منها على {$url}

account-title = حسابي
account-sign-up-title = إنشاء حساب
account-sign-up-lede = حساب واحد يكفي لإيداع ملف أو الانضمام إلى لجنة أو التنظيم.
account-sign-up-button = إنشاء حسابي
account-sign-up-keeps = نحتفظ باسمك وعنوانك وبصمة كلمة مرورك؛ لا شيء غير ذلك.
account-have-one = لديك حساب؟
account-have-none = ليس لديك حساب بعد؟
account-name = الاسم الكامل
account-email = البريد الإلكتروني
account-password = كلمة المرور
account-new-password = كلمة المرور الجديدة
account-current-password = كلمة المرور الحالية
account-password-hint = 12 حرفا على الأقل. جملة لا يعرفها غيرك تفي بالغرض.
account-password-show = إظهار
account-password-hide = إخفاء
account-sign-in-button = تسجيل الدخول
account-wrong-password = العنوان وكلمة المرور غير متطابقين.
account-wrong-current = هذه ليست كلمة مرورك الحالية.
account-unverified = أكّد عنوانك أولا: أعدنا إرسال الرابط إليك للتو.
account-forgot-link = نسيت كلمة المرور؟
account-forgot-title = نسيت كلمة المرور
account-forgot-lede = أدخل عنوانك: إذا كان له حساب، فسيصله رابط حالا.
account-forgot-button = إرسال رابط
account-reset-title = اختيار كلمة مرور جديدة
account-reset-button = حفظ كلمة المرور
account-reset-ends = ستُنهى جميع جلساتك المفتوحة.
account-enter-title = مرحبا
account-enter-text = يتيح لك هذا الرابط الدخول مرة واحدة: {$name}.
account-enter-button = دخول
account-verify-title = تأكيد عنوانك
account-verify-text = خطوة أخيرة، ويصبح حسابك جاهزا.
account-verify-choose = اختر كلمة مرور هذا الحساب: لن يعرفها أحد غيرك.
account-verify-button = تأكيد العنوان
account-sent-title = تفقّد بريدك
account-sent-verify = راسلناك. افتح الرسالة واتبع الرابط للمتابعة.
account-sent-reset = إذا كان لهذا العنوان حساب، فقد أُرسل إليه رابط للتو. صلاحيته 30 دقيقة.
account-sent-nothing = لم يصلك شيء؟ تحقق من العنوان ومن الرسائل غير المرغوبة، ثم أعد المحاولة.
account-back = العودة إلى تسجيل الدخول
account-you = أنت
account-language = اللغة
account-language-hint = لغة الصفحات والرسائل.
account-change-password = تغيير كلمة المرور
account-sessions = الجلسات
account-sessions-count = { $count ->
    [zero] لست متصلا من أي متصفح.
    [one] أنت متصل من متصفح واحد.
    [two] أنت متصل من متصفحين.
    [few] أنت متصل من {$count} متصفحات.
    [many] أنت متصل من {$count} متصفحا.
   *[other] أنت متصل من {$count} متصفح.
}
account-session-seen = آخر نشاط {$time} من {$address}
account-session-this = هذا المتصفح
account-device = {$browser} على {$system}
account-device-unknown = متصفح غير معروف
account-session-end = إنهاء
account-sessions-end-others = إنهاء جميع الجلسات الأخرى
account-sign-out = تسجيل الخروج
account-data = معطياتكم
account-data-text = حسابكم وملفاتكم مع مسوداتها ونسخها المودعة ووثائقها وبطاقات تحكيمكم وقائمة الرسائل المستلمة. ملف ZIP تقرؤه برامج أخرى.
account-data-take = تنزيل معطياتي
second-title = رمز الدخول
second-code = الرمز من 6 أرقام
second-code-hint = الذي يعرضه تطبيق المصادقة لديك، أو أحد رموز الاسترداد.
second-go-on = متابعة
second-lost = فقدت التطبيق ورموز الاسترداد؟ يمكن لمن يدير الخادوم إعادة ضبط حسابك.
second-factor-title = التحقق بخطوتين
second-factor-text = رمز من هاتفك إضافة إلى كلمة المرور: فلا تكفي كلمة مرور مسروقة.
second-factor-required = وهو مطلوب من كل المنظمين قبل فتح فضائهم.
second-factor-manage = تدبير التحقق بخطوتين
second-factor-begin = تفعيل التحقق بخطوتين
second-factor-scan = امسح هذا الرمز بتطبيق مصادقة (Aegis أو FreeOTP أو Google Authenticator…).
second-factor-qr = رمز للمسح، والمفتاح مكتوب أسفله.
second-factor-type = أو أدخل هذا المفتاح:
second-factor-first = الرمز الذي يعرضه التطبيق
second-factor-first-hint = 6 أرقام تتغير كل 30 ثانية.
second-factor-confirm = تحقق وفعّل
second-factor-since = مفعّل منذ { $day }
second-factor-renew = رموز استرداد جديدة
second-factor-remove = تعطيل التحقق بخطوتين
second-factor-remove-ask = ستكفي كلمة المرور وحدها للدخول.
second-factor-wrong = هذا الرمز غير صحيح أو سبق استعماله. انتظر الرمز التالي ثم أعد المحاولة.
second-factor-refused-has = التحقق بخطوتين مفعّل من قبل. عطّله لتغيير الجهاز.
recovery-title = رموز الاسترداد
recovery-text = يصلح كل رمز مرة واحدة إن لم يعد هاتفك معك. لن تُعرض ثانية: احفظها خارج هذا الجهاز.
recovery-kept = لقد حفظتها
proof-title = أهذا أنت؟
proof-text = ما ستقوم به لا رجعة فيه. أدخل كلمة مرورك مرة أخرى، ولن يضيع شيء مما كتبته.
proof-wrong = كلمة المرور هذه غير صحيحة.
proof-go-on = متابعة
second-factor-codes-left = { $n ->
    [zero] لم يبق أي رمز استرداد
    [one] بقي رمز استرداد واحد
    [two] بقي رمزا استرداد
    [few] بقيت { $n } رموز استرداد
    [many] بقي { $n } رمز استرداد
   *[other] بقي { $n } رمز استرداد
}
account-erasure = محو معطياتي
account-erasure-text = يمحو أحد المنظمين الحساب والملفات والمرفقات والمشاركة في اللجنة في أجل أقصاه شهر من طلبك. ويُسحب حينها كل ملف في السباق.
account-erasure-do = طلب المحو
account-erasure-ask = بعد المحو لا يمكن استرجاع أي شيء. حمّل معطياتك أولا إن أردت الاحتفاظ بها.
account-erasure-asked = طُلب في { $day }. سيقوم به أحد المنظمين.
account-erasure-take-back = إلغاء الطلب

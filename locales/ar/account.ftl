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

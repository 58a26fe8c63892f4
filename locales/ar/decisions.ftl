round-refused-opened = هذه الجولة مفتوحة أو مغلقة بالفعل. أعد تحميل الصفحة.
round-refused-edition = أغلق باب الترشيح أولا: تُفتح الجولة عندما تُغلق الدورة.
round-refused-weights = يجب أن يساوي مجموع أوزان المعايير 100 %. صححها قبل فتح الجولة.
round-refused-unassigned = لم يُسند أي ملف. أسند ملفات إلى المحكّمين، ثم افتح الجولة.
round-refused-not-open = هذه الجولة ليست مفتوحة. أعد تحميل الصفحة.
round-refused-reopen = لم يعد ممكنا إعادة فتح هذه الجولة: إما أنها غير مغلقة أو أن الفائزين أُعلنوا.
round-refused-scheduled = هناك إعلان مبرمج. ألغوه أولا، ثم أعيدوا فتح الجولة.
results-refused-open = تُقرأ النتائج عند إغلاق الجولة. إلى ذلك الحين، تابع التقدم: لا تظهر أي نقطة.
stage-refused-announced = تم الإعلان عن الفائزين: لم تعد النتائج تتغير.
stage-refused-ineligible = هذا الملف غير مؤهل أو تم سحبه.
stage-refused-unscored = ليس لهذا الملف أي ورقة معتمدة: لا يمكن تتويجه.
stage-refused-winner = لهذه الجائزة فائز بالفعل. أزله أولا.
stage-refused-finalists = لهذه الجائزة متأهلان بالفعل، كما ينص القانون الداخلي. أزل أحدهما أولا.
announce-refused-done = تم الإعلان عن الفائزين بالفعل.
announce-refused-done-at = أُعلن عن الفائزين من قبل، بتاريخ {$time}.
announce-refused-scheduled = هناك إعلان مبرمج بالفعل. ألغه أولا لتغيير وقته.
announce-refused-status = يأتي الإعلان بعد إغلاق التنقيط. أغلق الجولة أولا.
announce-refused-empty = لم يُحضَّر أي فائز. اختر فائزا واحدا على الأقل في النتائج.
announce-refused-nothing = لا يوجد إعلان مبرمج.
announce-problem-confirmation = اكتب العنوان المختصر للدورة كما هو للتأكيد.
announce-problem-past = هذا الوقت مضى. اختر وقتا لاحقا أو أعلن الآن.
outcome-winner = فائز
outcome-finalist = متأهل للنهائي
announce-plan = ما سيصبح علنيا
announce-nobody = دون فائز
announce-uncited = لا توجد شهادة للجنة
announce-untranslated = شهادة اللجنة تنتظر الترجمة: {$languages}
announce-gone = ملفات اختيرت ثم خرجت من المنافسة: لن تُنشر.
list-separator = {"، "}
announce-refused-proposed = إعلان ينتظر بالفعل منظّما ثانيا. ألغوه أولا لتغييره.
announce-refused-second = أنتم من طلبه: يجب أن يؤكّده منظّم آخر.
announce-refused-late = يُسحب الإعلان خلال عشر دقائق. بعد ذلك راسلوا المعنيين.
desk-distinctions = الشهادات والشارات
distinctions-lede = لكل فائز ومتأهل للنهائي شهادة وشارة وسجل موقّع يمكن لأي شخص التحقق منه.
distinctions-missing = هناك تتويجات معلنة لا سجل موقّعا لها بعد.
distinctions-issue = توقيع السجلات الناقصة
distinctions-certificate = الشهادة
distinctions-badge = الشارة
distinctions-holds = صالح
distinctions-revoked = ملغى
distinctions-revoke = إلغاء
distinctions-restore = إعادة الصلاحية
distinctions-reason = السبب، وسيكون متاحا للجميع
distinctions-none = لا شيء
distinctions-refused-early = تصدر الشهادات والشارات بعد الإعلان عن الفائزين.
log-distinction-revoked = أُلغي تتويج
log-distinction-restored = أُعيد تتويج
log-distinctions-issued = وُقّعت التتويجات
distinctions-count = { $n ->
    [zero] لا تتويج
    [one] تتويج واحد
    [two] تتويجان
    [few] { $n } تتويجات
    [many] { $n } تتويجا
   *[other] { $n } تتويج
}

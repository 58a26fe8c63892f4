jury-problem-already-invited = هذا الشخص مدعو من قبل، أو عضو في اللجنة.
jury-problem-reads = اختاروا لغة واحدة على الأقل يقرؤها هذا الشخص.
jury-problem-load = عدد صحيح من 1 إلى {$most}، أو لا شيء.
jury-problem-category = هذه الفئة ليست من هذه الدورة.
jury-problem-organisation = اختاروا مقاولة مترشحة.
jury-problem-code = لا فئة رمزها «{$code}».
jury-problem-language = «{$word}» ليست لغة: اكتبوا fr أو ar أو en.
jury-problem-table = تتعذر قراءة هذا الجدول. ألصقوه مع سطر العناوين وسطر واحد على الأقل.
jury-problem-columns = يجب أن يسمي السطر الأول العمودين «email» و«name».
jury-problem-lines = عدد السطور كبير: {$most} على الأكثر في كل مرة.
jurors-title = لجنة التحكيم
jurors-crumbs = مسار التصفح
jurors-invite = دعوة محكّم
jurors-invite-several = دعوة عدة أشخاص
jurors-invite-lede = تُرسل الدعوة فورا عبر البريد الإلكتروني باللغة المختارة. يصلح الرابط 7 أيام.
jurors-empty-title = لم يُدعَ أحد بعد
jurors-empty-text = لجنة من خمسة إلى اثني عشر شخصا، من مهن وجهات مختلفة، تكفي لأغلب الدورات.
jurors-none-title = لا محكّم يطابق البحث
jurors-search = البحث عن اسم أو عنوان أو مؤسسة
jurors-status = الحالة
jurors-status-invited = مدعو
jurors-status-accepted = عضو في اللجنة
jurors-status-declined = اعتذر
jurors-status-revoked = أُعفي
jurors-count = { $n ->
    [zero] لا أحد من أصل {$of}
    [one] شخص واحد من أصل {$of}
    [two] شخصان من أصل {$of}
    [few] {$n} أشخاص من أصل {$of}
    [many] {$n} شخصا من أصل {$of}
   *[other] {$n} شخص من أصل {$of}
}
jurors-name = الاسم
jurors-email = البريد الإلكتروني
jurors-email-hint = لا تصلح الدعوة إلا لهذا العنوان.
jurors-organisation = المؤسسة
jurors-job = المهمة
jurors-language = لغة الرسائل
jurors-categories = الفئات
jurors-categories-hint = دون تحديد أي خانة: كل الفئات.
jurors-all-categories = الكل
jurors-reads = يقرأ
jurors-reads-hint = اللغات التي يمكن لهذا الشخص أن يحكم بها على ملف.
jurors-expertise = الخبرة
jurors-load = أقصى عدد من الملفات
jurors-load-hint = في كل جولة. فارغ: دون حد.
jurors-send = إرسال الدعوة
jurors-scored = المنقَّطة
jurors-ties = تضارب المصالح
jurors-several-lede = ألصقوا جدولا من برنامج جداول. لا يُرسل شيء قبل أن تطلعوا على النتيجة سطرا سطرا.
jurors-several-read = { $n ->
    [zero] لم يُقرأ أي سطر، الصالح منها: {$good}
    [one] قُرئ سطر واحد، الصالح: {$good}
    [two] قُرئ سطران، الصالح منهما: {$good}
    [few] قُرئت {$n} سطور، الصالح منها: {$good}
    [many] قُرئ {$n} سطرا، الصالح منها: {$good}
   *[other] قُرئ {$n} سطر، الصالح منها: {$good}
}
jurors-several-send = { $n ->
    [zero] لا دعوة للإرسال
    [one] إرسال دعوة واحدة
    [two] إرسال دعوتين
    [few] إرسال {$n} دعوات
    [many] إرسال {$n} دعوة
   *[other] إرسال {$n} دعوة
}
jurors-line = السطر
jurors-line-good = سيُدعى
jurors-result = النتيجة
jurors-table = الجدول
jurors-table-hint = الأعمدة: email وname؛ واختياريا organisation وtitle وlanguage وreads وcategories (الرموز) وexpertise وmax_load. تفصل بينها فواصل أو فواصل منقوطة أو علامات جدولة.
jurors-table-read = قراءة الجدول
jurors-invited-at = دُعي في
jurors-answered-at = أجاب في
jurors-decline-reason = السبب المذكور
jurors-declared-at = صرّح بروابطه في
jurors-resend = إعادة إرسال الدعوة
jurors-revoke = إعفاء من اللجنة
jurors-revoke-title = إعفاء {$name} من اللجنة؟
jurors-revoke-text = يفقد هذا الشخص فورا الاطلاع على الملفات، ويتوقف رابط دعوته عن العمل. يمكنكم دعوته من جديد.
jurors-revoke-open = { $n ->
    [zero] لا إسناد جاريا.
    [one] يُسحب إسناد واحد جارٍ.
    [two] يُسحب إسنادان جاريان.
    [few] تُسحب {$n} إسنادات جارية.
    [many] يُسحب {$n} إسنادا جاريا.
   *[other] يُسحب {$n} إسناد جارٍ.
}
jurors-revoke-kept = { $n ->
    [zero] لا ورقة مصادقا عليها.
    [one] تبقى ورقة واحدة مصادق عليها وتُحتسب.
    [two] تبقى ورقتان مصادق عليهما وتُحتسبان.
    [few] تبقى {$n} أوراق مصادق عليها وتُحتسب.
    [many] تبقى {$n} ورقة مصادقا عليها وتُحتسب.
   *[other] تبقى {$n} ورقة مصادق عليها وتُحتسب.
}
jurors-revoke-yes = نعم، إعفاء من اللجنة
jurors-no-ties = لا صلة معروفة.
jurors-tie-organisation = المقاولة المترشحة
jurors-tie-choose = اختاروا…
jurors-tie-reason = السبب
jurors-tie-hint = ينتهي فورا كل إسناد جارٍ بين الطرفين.
jurors-tie-by = التصريح
jurors-tie-by-juror = من المحكّم
jurors-tie-by-organiser = من أحد المنظمين
jurors-tie-add = إضافة تضارب مصالح
jurors-tie-save = حفظ التضارب
jurors-tie-remove = رفع
jurors-tie-remove-ask = رفع التضارب مع {$organisation}؟ تبقى حالات التنحي السابقة على حالها.
jurors-entries = الملفات
jurors-no-entries = لم يُسند أي ملف إلى هذا الشخص.
jurors-reference = المرجع
jurors-entry = الملف
assignments-title = الإسناد
assignments-rounds = الجولات
assignments-entries = ملفات للتحكيم
assignments-jurors = المحكّمون
assignments-pairs = الإسنادات
assignments-short = { $n ->
    [zero] ملفات دون محكّمين
    [one] ملفات دون محكّم
    [two] ملفات بأقل من محكّمَين
    [few] ملفات بأقل من {$n} محكّمين
    [many] ملفات بأقل من {$n} محكّما
   *[other] ملفات بأقل من {$n} محكّم
}
assignments-empty-title = لا ملف للتحكيم
assignments-empty-text = لا تُسند إلا الملفات المودعة والمقبولة في الفرز.
assignments-no-jurors-title = لم يقبل أحد بعد
assignments-no-jurors-text = يظهر المحكّمون هنا بمجرد قبولهم الدعوة.
assignments-no-round-title = لا جولة تحكيم
assignments-no-round-text = أحدثوا أولا جولة بمعاييرها.
assignments-none-title = لا ملف يطابق البحث
assignments-search = البحث عن عنوان أو مرجع
assignments-only-short = فقط التي ينقصها محكّمون
assignments-count = { $n ->
    [zero] لا ملف من أصل {$of}
    [one] ملف واحد من أصل {$of}
    [two] ملفان من أصل {$of}
    [few] {$n} ملفات من أصل {$of}
    [many] {$n} ملفا من أصل {$of}
   *[other] {$n} ملف من أصل {$of}
}
assignments-load = { $n ->
    [zero] لا ملف
    [one] ملف واحد
    [two] ملفان
    [few] {$n} ملفات
    [many] {$n} ملفا
   *[other] {$n} ملف
}
assignments-load-of = {$n} من {$most}
assignments-jurors-of = { $n ->
    [zero] لا محكّم من {$needed}
    [one] محكّم واحد من {$needed}
    [two] محكّمان من {$needed}
    [few] {$n} محكّمين من {$needed}
    [many] {$n} محكّما من {$needed}
   *[other] {$n} محكّم من {$needed}
}
assignments-box = إسناد {$entry} إلى {$juror}
assignments-legend-assigned = مُسند
assignments-legend-tie = تضارب المصالح
assignments-legend-scored = منقَّط
assignments-save = حفظ الإسناد
assignments-save-detail = لا تُكتب إلا الفروق. يتوصل كل محكّم معني برسالة واحدة.
assignments-even-begun = سحب الأوراق التي بدأ تنقيطها أيضا
assignments-even-begun-detail = توضع النقط المدخلة جانبا.
assignments-pages = الصفحات
assignments-csv = استيراد أو تصدير
assignments-csv-text = يمكن تعديل الملف المصدَّر في برنامج جداول ثم إلصاقه هنا: تُضاف الأزواج الجديدة.
assignments-csv-hint = العمودان: reference وjuror_email. لا يُكتب شيء قبل أن تطلعوا على النتيجة سطرا سطرا.
assignments-csv-read = { $n ->
    [zero] لم يُقرأ أي سطر، الصالح منها: {$good}.
    [one] قُرئ سطر واحد، الصالح: {$good}.
    [two] قُرئ سطران، الصالح منهما: {$good}.
    [few] قُرئت {$n} سطور، الصالح منها: {$good}.
    [many] قُرئ {$n} سطرا، الصالح منها: {$good}.
   *[other] قُرئ {$n} سطر، الصالح منها: {$good}.
}
assignments-csv-send = { $n ->
    [zero] لا إسناد للتطبيق
    [one] تطبيق إسناد واحد
    [two] تطبيق إسنادين
    [few] تطبيق {$n} إسنادات
    [many] تطبيق {$n} إسنادا
   *[other] تطبيق {$n} إسناد
}
assignments-export = تصدير CSV
assignments-line-good = سيُسند
assignments-status-proposed = مقترح
assignments-status-assigned = مُسند
assignments-status-drafting = قيد التنقيط
assignments-status-submitted = منقَّط
assignments-status-locked = منقَّط ومجمَّد
assignments-status-recused = تنحٍّ
assignments-status-withdrawn = مسحوب
assign-refused-closed = أُغلقت هذه الجولة: لم يعد إسنادها يتغير.
assign-problem-entry = {$entry}: لا ملف للتحكيم بهذا المرجع ({$juror}).
assign-problem-juror = {$entry}: لا محكّم بهذا العنوان ({$juror}).
assign-problem-not-accepted = {$entry}: لم يقبل {$juror} الدعوة.
assign-problem-tie = {$entry}: تضارب المصالح يستبعد {$juror}.
assign-problem-recused = {$entry}: تنحّى {$juror} عن هذا الملف.
assign-problem-assigned = {$entry} مُسند من قبل إلى {$juror}.
assign-problem-load = {$entry}: بلغ {$juror} عدد الملفات المتفق عليه.
assign-problem-scored = نقّط {$juror} الملف {$entry}: لا يُسحب هذا الإسناد.
assign-problem-begun = بدأ {$juror} تنقيط {$entry}: أكدوا لسحبه.
assign-problem-repeated = {$entry} و{$juror}: هذا الزوج مذكور أعلاه.
assign-problem-columns = يجب أن يسمي السطر الأول العمودين «reference» و«juror_email».
progress-title = تقدم اللجنة
progress-lede = { $n ->
    [zero] لا ورقة مصادقا عليها من {$of}.
    [one] ورقة واحدة مصادق عليها من {$of}.
    [two] ورقتان مصادق عليهما من {$of}.
    [few] {$n} أوراق مصادق عليها من {$of}.
    [many] {$n} ورقة مصادقا عليها من {$of}.
   *[other] {$n} ورقة مصادق عليها من {$of}.
}
progress-no-scores = لا تظهر هنا أي نقطة: تبقى النقط سرية إلى غاية الإغلاق.
progress-search = البحث عن محكّم أو ملف
progress-jurors = حسب المحكّم
progress-jurors-count = { $n ->
    [zero] لا محكّم
    [one] محكّم واحد
    [two] محكّمان
    [few] {$n} محكّمين
    [many] {$n} محكّما
   *[other] {$n} محكّم
}
progress-none-title = لا محكّم للمتابعة
progress-none-text = يظهر المحكّمون هنا بعد قبولهم الدعوة.
progress-sheets = الأوراق المصادق عليها
progress-begun = قيد التنقيط
progress-recused = حالات التنحي
progress-expected = النهاية المتوقعة
progress-unknown = ليس بعد
progress-all-in = سُلّم كل شيء
progress-late = متأخر
progress-minutes = { $n ->
    [zero] {$n} د لكل ملف
    [one] دقيقة لكل ملف
    [two] دقيقتان لكل ملف
    [few] {$n} د لكل ملف
    [many] {$n} د لكل ملف
   *[other] {$n} د لكل ملف
}
progress-reminder = التذكير
progress-remind = تذكير
progress-reminded = ذُكّر: {$at}
progress-remind-late = { $n ->
    [zero] لا أحد للتذكير
    [one] تذكير محكّم متأخر واحد
    [two] تذكير محكّمين متأخرين
    [few] تذكير {$n} محكّمين متأخرين
    [many] تذكير {$n} محكّما متأخرا
   *[other] تذكير {$n} محكّم متأخر
}
progress-remind-late-ask = { $n ->
    [zero] لا رسالة للإرسال.
    [one] أتريد إرسال رسالة إلى محكّم واحد؟
    [two] أتريد إرسال رسالة إلى محكّمين؟
    [few] أتريد إرسال رسالة إلى {$n} محكّمين؟
    [many] أتريد إرسال رسالة إلى {$n} محكّما؟
   *[other] أتريد إرسال رسالة إلى {$n} محكّم؟
}
reminder-refused-closed = التنقيط غير مفتوح: لا شيء يستدعي التذكير.
reminder-refused-done = سلّم هذا المحكّم كل شيء.
reminder-refused-recent = ذُكّر هذا المحكّم قبل أقل من 48 ساعة. انتظر قليلا.
done-reminded = أُرسل التذكير.
done-reminded-nobody = لا أحد يستدعي التذكير الآن: كل واحد ذُكّر قبل أقل من 48 ساعة أو سلّم كل شيء.
progress-confirmed = مثبّتة
earlier-title = محكّمو الدورات السابقة
earlier-lede = نقرة واحدة ترسل الدعوة بما تعرفونه عن الشخص: اللغات والفئات والمجالات.
earlier-empty-title = لا أحد لدعوته من جديد
earlier-empty-text = يظهر هنا من حكّموا في دورة تنظمونها ولم ينضموا بعد إلى هذه اللجنة.
earlier-invite = دعوة
progress-last = آخر نشاط
progress-never = أبدا
progress-entries = حسب الملف
progress-entries-count = { $n ->
    [zero] لا ملف، المكتمل: {$complete}
    [one] ملف واحد، المكتمل: {$complete}
    [two] ملفان، المكتمل: {$complete}
    [few] {$n} ملفات، المكتمل: {$complete}
    [many] {$n} ملفا، المكتمل: {$complete}
   *[other] {$n} ملف، المكتمل: {$complete}
}
progress-assigned = المحكّمون
progress-submitted = الأوراق
progress-complete = مكتمل
progress-lacks-jurors = ينقصه محكّمون
progress-going-on = جارٍ
jurors-preferences = التفضيلات
jurors-preference = {$category}: {$choice}
practice-desk-lede = اكتبوا ملفا إلى ثلاثة ملفات مختلقة: ينقّطها كل محكّم قبل الملفات الحقيقية، ثم يرى بلا أسماء كيف تتوزّع درجات اللجنة. لا شيء منها يدخل في النتائج.
practice-none-text = من دونها يبدأ المحكّمون مباشرة بالملفات الحقيقية.
practice-scored-by = الدرجات المسلّمة: {$n} من أصل {$of}
practice-add = إضافة ملف تدريب
practice-name = العنوان
practice-text = ما يقرؤه المحكّمون
practice-text-hint = ملف قصير ومعقول بلا اسم حقيقي. سطر فارغ يفصل بين فقرتين.
practice-remove = حذف ملف التدريب هذا
practice-remove-ask = هل تحذفون ملف التدريب هذا مع الدرجات التي أعطاها محكّمون له؟
practice-refused-scored = نقّطه محكّمون بالفعل: لا يتغيّر بعد ذلك. احذفوه واكتبوا غيره.
practice-refused-enough = ثلاثة ملفات تدريب تكفي: احذفوا واحدا أولا.
practice-refused-ranked = في جولة يرتّب فيها المحكّمون لا سلّم للتجربة.

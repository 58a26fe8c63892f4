nav-verify = التحقق
verify-title = التحقق من الفرز
verify-lede = كل جولة تُغلق تُفرز ثم تُوقَّع. تُنشر بصمتها في اللحظة نفسها، ويُنشر الملف الكامل مع إعلان الفائزين. عندئذ يستطيع أي شخص أن يعيد الحساب درجةً درجة.
verify-here = التحقق هنا
verify-file = ملف الفرز
verify-file-hint = ملف JSON الذي نُزّل من هذا الموقع، 8 ميغابايت على الأكثر. يُفحص ثم يُنسى.
verify-file-missing = اختاروا ملف الفرز.
verify-file-large = هذا الملف أكبر من أن يُفحص هنا. استعملوا أحد البرنامجين أدناه: لا حد لهما.
verify-check = فحص هذا الملف
verify-valid = فرز صحيح
verify-valid-text = فُحص { $lines ->
    [zero] { $lines } سطر
    [one] سطر واحد
    [two] سطران
    [few] { $lines } أسطر
    [many] { $lines } سطرًا
   *[other] { $lines } سطر
  } و{ $scorecards ->
    [zero] { $scorecards } بطاقة
    [one] بطاقة واحدة
    [two] بطاقتان
    [few] { $scorecards } بطاقات
    [many] { $scorecards } بطاقة
   *[other] { $scorecards } بطاقة
  }: البصمات والتوقيع وكل نتيجة صحيحة.
verify-is-published = هذا هو الفرز رقم { $number } للجولة «{ $round }» من { $edition }، خُتم في { $time }.
verify-is-superseded = وقد استُبدل لاحقًا: أُعيد فتح الجولة ثم أُغلقت من جديد.
verify-not-published = لكن هذا الفرز لم يُنشر هنا قط.
verify-invalid = فرز معدَّل
verify-invalid-text = هذا الملف ليس الملف الذي خُتم، أو أن نتائجه ليست نتائج درجاته.
verify-unreadable = ليس هذا فرزًا
verify-more = { $n ->
    [zero] ولا مشكلة أخرى.
    [one] ومشكلة أخرى.
    [two] ومشكلتان أخريان.
    [few] و{ $n } مشكلات أخرى.
    [many] و{ $n } مشكلة أخرى.
   *[other] و{ $n } مشكلة أخرى.
  }
verify-digest-of-file = البصمة التي يحملها الملف
verify-yourself = التحقق لديكم
verify-yourself-text = لا تكتفوا بكلامنا. هذا البرنامج بلغة Python، المكتوب بمعزل انطلاقًا من الصيغة العمومية، يعيد الحساب كله دون تثبيت أي شيء آخر. ضعوا الملفات الثلاثة في مجلد واحد ثم شغّلوا:
verify-with-program = وبرنامج المنصة يقوم بالفحص نفسه:
verify-published = عمليات الفرز المنشورة
verify-later = سيُنشر الملف مع إعلان الفائزين.
verify-none = لم تُغلق أي جولة بعد. ستظهر بصمة الأولى هنا فور إغلاقها.
verify-proves = ما الذي يثبته هذا
verify-proves-text = أن الترتيب المنشور ناتج عن هذه الدرجات وفق هذه القواعد، وأن لا شيء تغيّر منذ نشر البصمة. ويرد فيه المحكّمون والمترشحون برمز لا يفتحه سواهم.
verify-not-proved = ولا يثبت أن البطاقة تقول ما قصده المحكّم: كل محكّم يستطيع أن يتحقق من بطاقته.
verify-not-json = السطر { $line } من النص: ليس بصيغة JSON.
verify-not-a-tally = ليس هذا فرزًا بصيغة «digital-awards-tally/1».
verify-not-canonical = السطر { $line } من النص ليس مكتوبًا بالشكل الوحيد المسموح به.
verify-altered = عُدّل السطر { $line }.
verify-added = أُضيف السطر { $line }.
verify-removed = حُذف السطر { $line } من الفرز المختوم.
verify-moved = نُقل السطر { $line } من مكانه.
verify-digest-altered = عُدّلت البصمة { $line } في قائمة البصمات.
verify-wrong-digest = بصمة المجموع ليست بصمة أسطره.
verify-wrong-signature = التوقيع ليس توقيع هذه البصمة بهذا المفتاح.
verify-other-key = الملف موقّع بمفتاح غير مفتاح هذا الموقع.
verify-bad-line = السطر { $line } لا يقول ما يجب أن يقوله نوعه.
verify-out-of-order = السطر { $line } ليس في مكانه.
verify-wrong-rules = القواعد ليست تلك التي نُشرت بصمتها.
verify-wrong-model = النموذج ليس ما تعطيه هذه الدرجات.
verify-not-optimal = النموذج ليس في حالته المثلى.
verify-wrong-result = السطر { $line }: نتيجة الملف { $entry } ليست ما تعطيه هذه الدرجات.
verify-missing-result = لا نتيجة للملف { $entry }.
verify-weights = مجموع أوزان المعايير لا يساوي 100 %.
verify-criterion = المعيار «{ $name }» وارد مرتين في القواعد، أو يفصل بين المتعادلين دون أن يكون معيارًا.
verify-scale = سلّم الدرجات فارغ.
verify-twice = { $name } وارد مرتين.
verify-unknown = سطر للملف { $entry } من { $juror } يذكر من لا وجود له.
verify-marks = بطاقة { $juror } عن الملف { $entry } تحمل درجات خارج القواعد.
verify-disagree = إسناد الملف { $entry } إلى { $juror } وبطاقته متناقضان.
verify-ranking = لا يمكن ترتيب هذه الدرجات.
own-juror-title = أسطري في الفرز
own-juror-lede = في الملف المنشور يحل محل اسمكم رمز وبصمة. ما يلي يتيح لكم وحدكم إثبات أن هذه الأسطر لكم والتحقق من أن درجاتكم واردة فيها.
own-entry-title = ملفي في الفرز
own-entry-lede = لا يذكر الملف المنشور من أنتم ولا ما أودعتم: تحل محله بصمة. ما يلي يفتحها، لكم وحدكم.
own-none-title = لا شيء بعد
own-none-text = ستظهر أسطركم هنا عندما تُغلق جولة وتُختم.
own-reference = رمزكم
own-lines = الأسطر التي تذكركم
own-commitment = البصمة في الفرز
own-value = ما تخفيه
own-salt = الملح
own-check = البصمة هي SHA-256 لـ«digital-awards-tally/1» ثم سطر جديد ثم الملح ثم سطر جديد ثم ما تخفيه. احتفظوا بالملح لأنفسكم: من يملكه يستطيع إثبات هويتكم.
verify-places = القواعد لا تناسب محكّمين يرتّبون.
verify-order = ترتيب { $juror } يعطي مرتبة مرتين أو درجة ليست مرتبة.

desk-deliberation = المداولة
room-title = المداولة
room-lede-juror = هنا تناقش لجنة التحكيم ما تقوله النقاط، وتصوّت على ما يُقترح، وتقرّر. لا يظهر لك ملف تربطك به صلة.
room-lede-open = القاعة مفتوحة: يرى المحكّمون الترتيب ويصوّتون على المقترحات.
room-lede-paused = القاعة مغلقة أمام المحكّمين. يبقى فيها كل ما قيل وما تقرّر.
room-none-title = لم تُفتح القاعة بعد
room-none-text = عند الفتح يُحسب ترتيب كل فئة مع مجالات الثقة ويُعرض على اللجنة. يخرج كل محكّم عند الملفات التي تربطه بها صلة.
room-closed-title = القاعة مغلقة
room-closed-text = سيفتحها المنظمون عند المداولة.
room-open = فتح القاعة للجنة
room-pause = إغلاق القاعة أمام اللجنة
room-pause-ask = لن يرى المحكّمون القاعة ولن يصوّتوا إلى أن تعيد فتحها.
room-large-type = حروف كبيرة
room-usual-type = حروف عادية
room-categories = الفئات
room-reload = إعادة تحميل الصفحة
room-changed = تغيّرت القاعة بينما كنت تكتب.
room-order = ترتيب الملفات
room-order-empty = لا ملف هنا
room-order-empty-text = لا يوجد في الترتيب أي ملف من هذه الفئة.
room-entries = { $n ->
    [zero] لا ملف
    [one] ملف واحد
    [two] ملفان
    [few] { $n } ملفات
    [many] { $n } ملفًا
   *[other] { $n } ملف
}
room-corrected = النقطة المصححة، مجال الثقة 90 %
room-corrected-range = { $score } ({ $low } إلى { $high })
room-plot-text = الدائرة هي النقطة المصححة من تشدد المحكّمين أو تساهلهم، والخط مجال الثقة 90 %، والعلامة النقطة التي ترتّب. يجمع القوس ملفين لا يمكن التمييز بينهما.
room-remarks = ملاحظات
room-close = لا يمكن تمييزه عن التالي
room-out = { $n ->
    [zero] لا يخرج أي محكّم
    [one] يخرج محكّم واحد
    [two] يخرج محكّمان
    [few] يخرج { $n } محكّمين
    [many] يخرج { $n } محكّمًا
   *[other] يخرج { $n } محكّم
}
room-notes = { $n ->
    [zero] لا ملاحظة للجنة
    [one] ملاحظة واحدة للجنة
    [two] ملاحظتان للجنة
    [few] { $n } ملاحظات للجنة
    [many] { $n } ملاحظة للجنة
   *[other] { $n } ملاحظة للجنة
}
room-motions = المقترحات
room-no-motion = لا مقترح حتى الآن. تظهر المقترحات هنا فور تقديمها.
room-no-motion-chair = لا مقترح حتى الآن. قدّم أول مقترح أدناه.
room-talk = وقت النقاش
room-until = إلى { $time }
room-clock = بقي %m د %s ث
room-talk-title = وقت النقاش
room-talk-minutes = دقائق النقطة الجارية
room-talk-hint = من 0 إلى 120. الصفر يزيل الساعة.
room-talk-set = ضبط الساعة
room-problem-minutes = اكتب عدد دقائق من 0 إلى 120.
room-refused-open = الجولة الأخيرة غير مغلقة: لا مداولة إلا على نقاط لا تتغير. أغلقها أولًا.
room-refused-paused = القاعة مغلقة. يمكن لأحد المنظمين فتحها.
room-refused-announced = أُعلن الفائزون: لم يبق ما يُقرَّر.
motion-put = تقديم مقترح
motion-entry = الملف
motion-no-entry = لا ملف بعينه
motion-proposal = ما يُقترح
motion-proposal-hint = إذا اعتُمد الاقتراح سُجّل فورًا ضمن القرارات. لا شيء علني قبل الإعلان.
motion-no-proposal = لا شيء يُسجَّل
motion-propose-winner = فائز: { $prize }
motion-propose-finalist = متأهل للنهائي: { $prize }
motion-text = المقترح في جملة
motion-text-hint = اختياري عندما يُقترح ملف لجائزة.
motion-ballot = التصويت
motion-ballot-hint = في الاقتراع السري لا يرى أحد كيف صوّت غيره، ولا يمكن تغيير الصوت.
ballot-open = تصويت علني
ballot-secret = اقتراع سري
motion-quorum = النصاب
motion-quorum-hint = كم محكّمًا يجب أن يصوّت. فارغ: أكثر من نصف من يحق لهم.
motion-problem-entry = اختر الملف المقترح للجائزة.
motion-problem-text = اكتب ما يُقترح، أو اختر ملفًا وجائزة.
motion-problem-quorum = اكتب عددًا من 1 إلى { $most }.
motion-winner = { $entry }: فائز، { $prize }
motion-finalist = { $entry }: متأهل للنهائي، { $prize }
motion-about = بشأن { $entry }
motion-general = مقترح عام
motion-open = قيد التصويت
motion-adopted = معتمد
motion-rejected = مرفوض
motion-withdrawn = مسحوب
motion-reopened = أُلغي القرار
motion-cast = صوّت { $cast } من { $entitled }.
motion-quorum-met = اكتمل النصاب.
motion-quorum-missing = يلزم { $quorum } لاتخاذ القرار.
motion-count = مع { $favour } · ضد { $against } · امتناع { $abstain }
choice-for = مع
choice-against = ضد
choice-abstain = امتناع
motion-your-vote = صوتك
motion-own-cast = صوتك في الصندوق
motion-secret-text = تُعدّ الأصوات عند إغلاق التصويت.
motion-reason = السبب:
motion-decided-by = أغلق التصويت { $person } في { $at }
motion-decide = إغلاق التصويت واتخاذ القرار
motion-decide-reason = سبب القرار
motion-decide-hint = الأصوات هي التي تقرّر: إذا زاد المؤيدون على المعارضين اعتُمد المقترح. يُدوَّن السبب في المحضر.
motion-withdraw = سحب المقترح
motion-withdraw-ask = يبقى المقترح في المحضر على أنه مسحوب.
motion-reopen = الرجوع عن القرار
motion-reopen-reason = لماذا الرجوع عنه
motion-reopen-hint = يُلغى القرار ويعود المقترح إلى التصويت. يحفظ المحضر الاثنين.
motion-reopen-hint-second = يجب أن يؤكد منظم آخر. عندئذ يُلغى القرار ويعود المقترح إلى التصويت. يحفظ المحضر الاثنين.
motion-reopen-asked = يطلب { $person } الرجوع عن القرار:
motion-waits = يجب أن يؤكد منظم آخر.
motion-confirm = تأكيد: العودة إلى التصويت
motion-confirm-ask = سيُلغى القرار ويعود المقترح إلى التصويت.
motion-refused-decided = أُغلق التصويت على هذا المقترح. أعد تحميل الصفحة لترى أين وصل.
motion-refused-voted = صوتك في الصندوق: في الاقتراع السري لا يمكن تغييره.
motion-refused-quorum = { $cast ->
    [zero] لم يصوّت أحد
    [one] صوّت محكّم واحد
    [two] صوّت محكّمان
    [few] صوّت { $cast } محكّمين
    [many] صوّت { $cast } محكّمًا
   *[other] صوّت { $cast } محكّم
}؛ النصاب هو { $quorum }. انتظر أصواتًا أخرى أو اسحب المقترح.
motion-refused-undecided = لم يتقرر هذا المقترح: لا قرار يمكن الرجوع عنه.
motion-refused-unasked = لم يطلب أحد الرجوع عن هذا القرار.
motion-refused-second = أنت من طلب ذلك: يجب أن يؤكد منظم آخر.
minutes-title = محضر المداولة
minutes-round = الجولة
minutes-opened = فُتحت القاعة
minutes-jury = لجنة التحكيم
minutes-made = حُرّر
minutes-order = الترتيب المعروض على اللجنة
minutes-no-motion = لا مقترح.
minutes-line = { $place }. { $title } ({ $organisation })، { $score }
minutes-put = قدّمه { $person } في { $at }.
minutes-vote = { $ballot }: صوّت { $cast } من { $entitled }، النصاب { $quorum }؛ عدد من خرجوا { $out }.
minutes-for = مع: { $names }.
minutes-against = ضد: { $names }.
minutes-abstain = امتناع: { $names }.
minutes-decided = أغلق التصويت { $person } في { $at }. السبب: { $reason }
minutes-reopening = طلب { $person } الرجوع عن القرار: { $reason }
minutes-reopening-agreed = أكّد { $person } ذلك.
done-room-opened = القاعة مفتوحة للجنة.
done-room-paused = القاعة مغلقة أمام اللجنة.
done-motion-put = قُدّم المقترح. يراه المحكّمون.
done-motion-decided = أُغلق التصويت واتُّخذ القرار.
done-motion-withdrawn = سُحب المقترح.
done-motion-reopened = أُلغي القرار: عاد المقترح إلى التصويت.
done-motion-reopening-asked = سُجّل الطلب: يجب أن يؤكد منظم آخر.
done-voted = سُجّل صوتك.
log-deliberation-opened = فُتحت قاعة المداولة
log-deliberation-paused = أُغلقت قاعة المداولة
log-motion-put = قُدّم مقترح
log-motion-decided = تقرّر مقترح
log-motion-withdrawn = سُحب مقترح
log-motion-reopening-asked = طُلب الرجوع عن قرار
log-motion-reopened = أُلغي قرار
jury-deliberation = المداولة

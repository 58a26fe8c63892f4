suspicions-title = صلات للتحقق
suspicions-lede = عُثر عليها بمقارنة الأسماء والعناوين والأجوبة والتصريحات السابقة. أكّدوا الصحيح منها: لن يرى المحكّم هذه الملفات. لا يُستبعد شيء دونكم.
suspicions-found = { $n ->
    [zero] لا صلة للتحقق.
    [one] صلة واحدة بين محكّم وترشيح تحتاج إلى تحقق.
    [two] صلتان بين محكّمين وترشيحات تحتاجان إلى تحقق.
    [few] { $n } صلات بين محكّمين وترشيحات تحتاج إلى تحقق.
    [many] { $n } صلة بين محكّمين وترشيحات تحتاج إلى تحقق.
   *[other] { $n } صلة بين محكّمين وترشيحات تحتاج إلى تحقق.
  }
suspicions-look = التحقق منها
suspicions-empty-title = لا صلة للتحقق
suspicions-empty-text = تُعاد المقارنة مع كل ملف جديد وكل محكّم جديد.
suspicions-none-title = لا صلة مطابقة
suspicions-search = محكّم أو مقاولة أو رمز
suspicions-count = { $n } من { $of }
suspicions-why = ما عُثر عليه
suspicions-decide = القرار
suspicions-confirm = تأكيد الصلة
suspicions-dismiss = لا شيء
suspicions-organisation = تحمل المقاولة اسم مؤسسة المحكّم: «{ $evidence }».
suspicions-domain = نطاق البريد نفسه: { $evidence }.
suspicions-named = ورد «{ $evidence }» في الجواب عن «{ $place }».
suspicions-before = صلة صُرّح بها في { $place }: «{ $evidence }».
suspicions-refused-gone = أُكّدت هذه الصلة أو استُبعدت من قبل. أعيدوا تحميل الصفحة.
done-suspicion-dismissed = سُجّل: لن يُقترح هذا من جديد.
log-suspicion-dismissed = استُبعدت صلة مفترضة

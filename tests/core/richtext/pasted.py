"""What comes from Word, Outlook and other programs, written as they write it."""

# Word 2016 and later, as a browser takes it from the clipboard: a list is paragraphs that name their level
FROM_WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word">
<head><meta name=Generator content="Microsoft Word 15">
<!--[if gte mso 9]><xml><o:OfficeDocumentSettings><o:AllowPNG/></o:OfficeDocumentSettings></xml><![endif]-->
<style><!-- p.MsoNormal {margin:0cm; font-family:"Arial";} @list l0:level1 {mso-level-text:"%1\\.";} --></style>
</head>
<body lang=EN-GB style='tab-interval:36.0pt'><!--StartFragment-->
<p class=MsoNormal><b style='mso-bidi-font-weight:normal'><span
style='font-family:"Arial",sans-serif'>Update<o:p></o:p></span></b></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]>
<span style='mso-fareast-font-family:Arial'><span style='mso-list:Ignore'>1.<span style='font:7pt'>&nbsp;&nbsp;
</span></span></span><![endif]>The Head of Service introduced the
report.<o:p></o:p></p>
<p class=MsoListParagraphCxSpMiddle style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><!--[if !supportLists]--><span
style='mso-list:Ignore'>2.<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span><!--[endif]-->She
answered questions, <i>including</i>:</p>
<p class=MsoListParagraphCxSpMiddle style='margin-left:72.0pt;mso-list:l0 level2 lfo1'><![if !supportLists]><span
style='mso-list:Ignore'>a)<span>&nbsp;&nbsp;&nbsp; </span></span><![endif]>placements near home; and</p>
<p class=MsoListParagraphCxSpMiddle style='margin-left:108.0pt;mso-list:l0 level3 lfo1'><![if !supportLists]><span
style='mso-list:Ignore'>i.<span>&nbsp; </span></span><![endif]>for brothers and sisters</p>
<p class=MsoListParagraphCxSpMiddle style='margin-left:72.0pt;mso-list:l0 level2 lfo1'><![if !supportLists]><span
style='mso-list:Ignore'>b)<span>&nbsp;&nbsp;&nbsp; </span></span><![endif]>the <span class=SpellE>MoMo</span> app.</p>
<p class=MsoListParagraphCxSpLast style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='mso-list:Ignore'>3.<span>&nbsp;&nbsp;&nbsp; </span></span><![endif]>It was RESOLVED that the report be
noted.</p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><![if !supportLists]><span style='font-family:Symbol'><span
style='mso-list:Ignore'>·<span>&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>a bullet</p>
<!--EndFragment--></body></html>"""

KEPT_FROM_WORD = (
    "<p><strong>Update</strong></p>"
    "<ol><li><p>The Head of Service introduced the report.</p></li>"
    "<li><p>She answered questions, <em>including</em>:</p>"
    '<ol type="a"><li><p>placements near home; and</p><ol type="i"><li><p>for brothers and sisters</p></li></ol></li>'
    "<li><p>the MoMo app.</p></li></ol></li>"
    "<li><p>It was RESOLVED that the report be noted.</p></li></ol>"
    "<ul><li><p>a bullet</p></li></ul>"
)

# Outlook's message window: bullets typed as signs and tabs, paragraphs as divs or MsoPlainText
FROM_OUTLOOK = """<div class=WordSection1>
<p class=MsoNormal><span lang=EN-GB>Dear all,<o:p></o:p></span></p>
<p class=MsoNormal><span lang=EN-GB><o:p>&nbsp;</o:p></span></p>
<p class=MsoNormal style='margin-left:36.0pt'>·<span style='mso-tab-count:1'>&nbsp;&nbsp;&nbsp; </span>first point</p>
<p class=MsoNormal style='margin-left:36.0pt'>·\tsecond point</p>
<p class=MsoNormal style='margin-left:72.0pt'>o&nbsp;&nbsp; under the second</p>
<p class=MsoPlainText>1.\tthe minutes</p>
<p class=MsoPlainText>2.\tthe agenda</p>
<p class=MsoPlainText>a)&nbsp;&nbsp;&nbsp;a lettered point</p>
<p class=MsoNormal>From <a href="https://www.council.example/panel">the page</a><br>
<a href="file:///C:/clerk/minutes.docx">the file</a></p>
<table class=MsoNormalTable border=1 cellspacing=0 cellpadding=0><tr style='height:1cm'><td width=113 valign=top>
<p class=MsoNormal><b>Name<o:p></o:p></b></p></td><td><p class=MsoNormal><b>Post</b></p></td></tr>
<tr><td><p class=MsoNormal>Ms R Hale</p></td><td><p class=MsoNormal>Clerk</p></td></tr></table>
</div>"""

KEPT_FROM_OUTLOOK = (
    "<p>Dear all,</p>"
    "<ul><li><p>first point</p></li><li><p>second point</p><ul><li><p>under the second</p></li></ul></li></ul>"
    "<ol><li><p>the minutes</p></li><li><p>the agenda</p></li></ol>"
    '<ol type="a"><li><p>a lettered point</p></li></ol>'
    '<p>From <a href="https://www.council.example/panel">the page</a><br>the file</p>'
    "<table><tbody><tr><td><strong>Name</strong></td><td><strong>Post</strong></td></tr>"
    "<tr><td>Ms R Hale</td><td>Clerk</td></tr></tbody></table>"
)

# LibreOffice, Google and Word for the web write real lists, each in its own way
FROM_OTHERS = {
    "LibreOffice": (
        '<ol>\n\t<li><p style="line-height: 100%">One</p></li>\n\t<ol type="a">\n\t\t<li><p>Two</p></li></ol>\n</ol>',
        '<ol><li><p>One</p><ol type="a"><li><p>Two</p></li></ol></li></ol>',
    ),
    "Google Docs": (
        '<b style="font-weight:normal;" id="docs-internal-guid-1"><ol><li dir="ltr" style="list-style-type:decimal;">'
        '<p dir="ltr"><span style="font-weight:700;">Bold</span><span style="font-style:italic"> one</span></p></li>'
        '<ol><li style="list-style-type:lower-roman"><p>Two</p></li></ol></ol></b>',
        '<ol><li><p><strong>Bold</strong> <em>one</em></p><ol type="a"><li><p>Two</p></li></ol></li></ol>',
    ),
    "Word for the web": (
        '<div class="ListContainerWrapper"><ol start="1" style="list-style-type: lower-roman">'
        '<li><p class="Paragraph"><span class="TextRun"><span>One</span></span><span class="EOP">&nbsp;</span></p></li>'
        "</ol></div>",
        '<ol type="i"><li><p>One</p></li></ol>',
    ),
}
